// fhir-kit-client as a citizen's application would use it: create, read, vread, search, page, update, patch, transaction, batch, delete.
// Environment: BASE (the FHIR base), TOKEN (a citizen's session), PATIENT (logical id), DOCUMENT (logical id of one of their documents).
import assert from 'node:assert/strict';
import { Client } from 'fhir-kit-client';

const { BASE, TOKEN, PATIENT, DOCUMENT } = process.env;
const client = new Client({ baseUrl: BASE, bearerToken: TOKEN });

const weight = (day, value) => ({
  resourceType: 'Observation',
  status: 'final',
  category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'vital-signs' }] }],
  code: { coding: [{ system: 'http://loinc.org', code: '29463-7' }] },
  subject: { reference: `Patient/${PATIENT}` },
  effectiveDateTime: `2026-10-${day}T08:00:00+02:00`,
  valueQuantity: { value, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' },
});

const statement = await client.capabilityStatement();
assert.equal(statement.fhirVersion, '4.0.1');

const created = [];
for (const [index, day] of ['01', '02', '03', '04', '05'].entries()) {
  created.push(await client.create({ resourceType: 'Observation', body: weight(day, 70 + index) }));
}
assert.equal(created[0].meta.versionId, '1');

const read = await client.read({ resourceType: 'Observation', id: created[0].id });
assert.equal(read.valueQuantity.value, 70);

const seen = [];
let page = await client.search({ resourceType: 'Observation', searchParams: { patient: PATIENT, code: 'http://loinc.org|29463-7', _sort: '-date', _count: 2 } });
for (let pages = 0; page; pages++) {
  assert.ok(pages < 10, 'a set of pages ends');
  seen.push(...page.entry.map(entry => entry.resource.valueQuantity.value));
  page = await client.nextPage({ bundle: page });
}
assert.deepEqual(seen, [74, 73, 72, 71, 70]);

const posted = await client.search({ resourceType: 'Observation', searchParams: { patient: PATIENT, date: 'ge2026-10-04' }, options: { postSearch: true } });
assert.equal(posted.total, 2);

const updated = await client.update({ resourceType: 'Observation', id: created[0].id, body: { ...read, valueQuantity: { ...read.valueQuantity, value: 70.5 } } });
assert.equal(updated.meta.versionId, '2');
assert.equal((await client.vread({ resourceType: 'Observation', id: created[0].id, version: '1' })).valueQuantity.value, 70);
assert.equal((await client.history({ resourceType: 'Observation', id: created[0].id })).total, 2);

const hidden = await client.patch({
  resourceType: 'DocumentReference',
  id: DOCUMENT,
  jsonPatch: [{ op: 'replace', path: '/securityLabel', value: [{ coding: [{ system: 'https://mos.esante.gouv.fr/NOS/TRE_A07-StatutVisibiliteDocument/FHIR/TRE-A07-StatutVisibiliteDocument', code: 'MASQUE_PS' }] }] }],
});
assert.ok(hidden.securityLabel.some(label => label.coding[0].code === 'MASQUE_PS'));

const transaction = await client.transaction({
  body: {
    resourceType: 'Bundle',
    type: 'transaction',
    entry: [
      { fullUrl: 'urn:uuid:6d0c1f3a-52ad-4b0a-9c6e-3a3e5a0a0001', resource: { resourceType: 'Device', type: { text: 'Balance' }, patient: { reference: `Patient/${PATIENT}` } }, request: { method: 'POST', url: 'Device' } },
      { fullUrl: 'urn:uuid:6d0c1f3a-52ad-4b0a-9c6e-3a3e5a0a0002', resource: { ...weight('06', 75), device: { reference: 'urn:uuid:6d0c1f3a-52ad-4b0a-9c6e-3a3e5a0a0001' } }, request: { method: 'POST', url: 'Observation' } },
    ],
  },
});
assert.equal(transaction.type, 'transaction-response');
assert.deepEqual(transaction.entry.map(entry => entry.response.status.slice(0, 3)), ['201', '201']);

const included = await client.search({ resourceType: 'Observation', searchParams: { patient: PATIENT, date: '2026-10-06', _include: 'Observation:device' } });
assert.deepEqual(included.entry.map(entry => entry.search.mode), ['match', 'include']);

const batch = await client.batch({
  body: { resourceType: 'Bundle', type: 'batch', entry: [
    { request: { method: 'GET', url: `Observation/${created[1].id}` } },
    { request: { method: 'GET', url: 'Observation/nothing-of-the-kind' } },
  ] },
});
assert.deepEqual(batch.entry.map(entry => entry.response.status.slice(0, 3)), ['200', '404']);

await client.delete({ resourceType: 'Observation', id: created[4].id });
await assert.rejects(client.read({ resourceType: 'Observation', id: created[4].id }), failure => failure.response.status === 410);

const refused = await client.create({ resourceType: 'Observation', body: { ...weight('07', 76), status: 'perfect' } }).catch(failure => failure.response);
assert.equal(refused.data.resourceType, 'OperationOutcome');
assert.deepEqual(refused.data.issue[0].expression, ['Observation.status']);

const summary = await client.operation({ name: 'summary', resourceType: 'Patient', id: PATIENT, method: 'GET' });
assert.equal(summary.type, 'document');
console.log('fhir-kit-client: all done');
