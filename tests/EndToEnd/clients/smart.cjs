// fhirclient (SMART) with a session in hand: create, read, search in the patient's compartment, page, update, patch, transaction, delete.
const assert = require('node:assert/strict');
const FHIR = require('fhirclient');

const { BASE, TOKEN, PATIENT, DOCUMENT } = process.env;
const request = { url: '/', headers: {} };
const client = FHIR(request, {}).client({ serverUrl: BASE, tokenResponse: { access_token: TOKEN, patient: PATIENT } });

const allergy = text => ({
  resourceType: 'AllergyIntolerance',
  clinicalStatus: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical', code: 'active' }] },
  code: { text },
  patient: { reference: `Patient/${PATIENT}` },
});

(async () => {
  assert.equal((await client.patient.read()).id, PATIENT);

  const created = [];
  for (const text of ['Pollens', 'Arachide', 'Pénicilline']) {
    created.push(await client.create(allergy(text)));
  }

  const flat = await client.patient.request('AllergyIntolerance?_count=2', { pageLimit: 0, flat: true });
  assert.deepEqual(flat.map(resource => resource.code.text).sort(), ['Arachide', 'Pollens', 'Pénicilline'].sort());

  const updated = await client.update({ ...created[0], code: { text: 'Pollens de graminées' } });
  assert.equal(updated.meta.versionId, '2');

  const shown = await client.patch(`DocumentReference/${DOCUMENT}`, [{ op: 'replace', path: '/securityLabel', value: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'N' }] }] }]);
  assert.equal(shown.securityLabel[0].coding[0].code, 'N');

  const answer = await client.request({
    url: '',
    method: 'POST',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify({ resourceType: 'Bundle', type: 'transaction', entry: [{ resource: allergy('Latex'), request: { method: 'POST', url: 'AllergyIntolerance' } }] }),
  });
  assert.equal(answer.type, 'transaction-response');

  await client.delete(`AllergyIntolerance/${created[1].id}`);
  const left = await client.patient.request('AllergyIntolerance', { pageLimit: 0, flat: true });
  assert.deepEqual(left.map(resource => resource.code.text).sort(), ['Latex', 'Pollens de graminées', 'Pénicilline'].sort());
  console.log('fhirclient: all done');
})().catch(failure => {
  console.error(failure);
  process.exit(1);
});
