#!/usr/bin/env bash
# The main job, step by step, against a platform that runs on this machine (dotnet run --project src/Api).
# Needs curl and python3 (to read JSON). Everybody in it is fictive.
set -euo pipefail

data=${DATA:-data}
[ -f "$data/demo.json" ] || { echo "Start the platform first: dotnet run --project src/Api"; exit 1; }
citizens=${CITIZENS:-https://localhost:8443}
professionals=${PROFESSIONALS:-https://localhost:8444}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
json() { python3 -c "import json,sys; d=json.load(sys.stdin); print(eval(sys.argv[1], {'d': d}))" "$1"; }
person() { json "d['people'][0]['$1']" < "$data/demo.json"; }
as() { local who=$1; shift; curl -sS --cacert "$data/pki/ca.pem" --cert "$data/pki/$who.pem" --key "$data/pki/$who.key" "$@"; }
citizen() { curl -sS --cacert "$data/pki/ca.pem" "$@"; }
status() { curl -sS -o "$work/answer" -w '%{http_code}' "$@"; }

ins_system=$(person system); matricule=$(person matricule)
patient="$ins_system%7C$matricule"

document() { # file media-type type-code title unique-id
  python3 - "$@" "$ins_system" "$matricule" <<'PY'
import base64, json, sys
path, media, code, title, unique, system, matricule = sys.argv[1:]
print(json.dumps({
  "resourceType": "DocumentReference",
  "contained": [{"resourceType": "Practitioner", "id": "author",
                 "identifier": [{"system": "urn:oid:1.2.250.1.71.4.2.1", "value": "899700900113"}]}],
  "masterIdentifier": {"system": "urn:ietf:rfc:3986", "value": unique},
  "status": "current",
  "type": {"coding": [{"system": "http://loinc.org", "code": code}]},
  "subject": {"identifier": {"system": system, "value": matricule}},
  "date": "2026-11-20T10:30:00+01:00",
  "author": [{"reference": "#author"}],
  "content": [{"attachment": {"contentType": media, "language": "fr-FR", "title": title,
               "data": base64.b64encode(open(path, "rb").read()).decode()}}]}))
PY
}

say "1. A laboratory, known by its organisation's certificate, asks whether the person has a record (TD0.2)."
as lab-org "$professionals/fhir/Patient?identifier=$patient" | json "'records: %s, open: %s' % (d['total'], d['entry'][0]['resource']['active'])"

say "2. It deposits a blood test (ITI-105). The space opened by itself six weeks after the letter: nobody had to activate it."
document "$here/samples/blood-test.pdf" application/pdf 11502-2 "Prise de sang du 18 novembre" urn:uuid:$(python3 -c 'import uuid; print(uuid.uuid4())') > "$work/lab.json"
as lab-org -H 'Content-Type: application/fhir+json' -H "Idempotency-Key: tour-$(basename "$work")" --data-binary "@$work/lab.json" "$professionals/fhir/DocumentReference" > "$work/deposited"
json "'deposited: %s, version %s' % (d['content'][0]['attachment']['title'], d['meta']['versionId'])" < "$work/deposited"

say "3. The same request again, as networks do: the same document, not a second one."
as lab-org -H 'Content-Type: application/fhir+json' -H "Idempotency-Key: tour-$(basename "$work")" --data-binary "@$work/lab.json" "$professionals/fhir/DocumentReference" \
  | json "'same id: %s' % (d['id'] == '$(json "d['id']" < "$work/deposited")')"

say "4. The general practitioner, with a personal certificate, deposits a consultation report (CDA R2), whose header says what its metadata say."
consultation=2.999.2026.11.21.$RANDOM$RANDOM
sed "s/2\.999\.2026\.11\.21\.1\"/$consultation\"/" "$here/samples/consultation.xml" > "$work/consultation.xml"
document "$work/consultation.xml" application/xml 11488-4 "Consultation de suivi" "urn:oid:$consultation" > "$work/gp.json"
as gp -H 'Content-Type: application/fhir+json' --data-binary "@$work/gp.json" "$professionals/fhir/DocumentReference" | json "'deposited: %s' % d['content'][0]['attachment']['title']"

say "5. The person activates the space: matricule, birth date and card find her, the code of the letter proves it."
attempt=$(citizen -H 'Content-Type: application/json' -d "{\"matricule\":\"$matricule\",\"birthDate\":\"$(person birthDate)\",\"cardSerial\":\"$(person cardSerial)\"}" "$citizens/api/v1/activation/start" | json "d['attempt']")
login="anna.riviere.$RANDOM"
if [ "$(status --cacert "$data/pki/ca.pem" -H 'Content-Type: application/json' -d "{\"attempt\":\"$attempt\",\"code\":\"$(person provisionalCode)\"}" "$citizens/api/v1/activation/verify")" = 200 ]; then
  citizen -o /dev/null -H 'Content-Type: application/json' -d "{\"attempt\":\"$attempt\",\"email\":\"anna@example.org\"}" "$citizens/api/v1/activation/contact"
  code=$(grep -h -o 'code : [0-9]*' "$(ls -t "$data"/outbox/*.eml | head -n 1)" | grep -o '[0-9]*$')
  citizen -o /dev/null -H 'Content-Type: application/json' -d "{\"attempt\":\"$attempt\",\"code\":\"$code\"}" "$citizens/api/v1/activation/contact/verify"
  citizen -o /dev/null -w 'activated: %{http_code}\n' -H 'Content-Type: application/json' \
    -d "{\"attempt\":\"$attempt\",\"login\":\"$login\",\"password\":\"Tilleul-en-fleur-84\",\"hideNewDocuments\":false,\"regulationCentre\":true,\"breakGlass\":true,\"hiddenInEmergency\":false}" \
    "$citizens/api/v1/activation/complete"
  echo "$login" > "$data/tour-login"
else
  echo "the code is spent: this tour was made before; signing in with the login of then"
  login=$(cat "$data/tour-login")
fi

say "6. She signs in: password, then a one-time code by e-mail (here: the newest file of $data/outbox)."
attempt=$(citizen -H 'Content-Type: application/json' -d "{\"login\":\"$login\",\"password\":\"Tilleul-en-fleur-84\"}" "$citizens/api/v1/session" | json "d['attempt']")
code=$(grep -h -o 'code : [0-9]*' "$(ls -t "$data"/outbox/*.eml | head -n 1)" | grep -o '[0-9]*$')
token=$(citizen -H 'Content-Type: application/json' -d "{\"attempt\":\"$attempt\",\"code\":\"$code\"}" "$citizens/api/v1/session/otp" | json "d['token']")
me() { citizen -H "Authorization: Bearer $token" "$@"; }
space=$(person space)
echo "signed in"

say "7. She reads her documents."
me "$citizens/fhir/DocumentReference?patient=$space&status=current" > "$work/list"
json "'\n'.join('- %s' % e['resource']['content'][0]['attachment']['title'] for e in d['entry'])" < "$work/list"
binary=$(json "[e['resource']['content'][0]['attachment']['url'] for e in d['entry'] if e['resource']['type']['coding'][0]['code'] == '11502-2'][0]" < "$work/list")
me -o "$work/mine.pdf" -w 'the blood test: %{http_code}, %{content_type}, %{size_download} bytes\n' "$citizens/fhir/Binary/${binary##*/}"
cmp -s "$work/mine.pdf" "$here/samples/blood-test.pdf" && echo "byte for byte what the laboratory sent"

say "8. A cardiologist without authorisation sees an empty record; stating the person's consent, she sees the documents."
as specialist "$professionals/fhir/DocumentReference?patient.identifier=$patient&status=current" | json "'without consent: %s documents' % d['total']"
as specialist -H 'Mes-Consent: declared' "$professionals/fhir/DocumentReference?patient.identifier=$patient&status=current" | json "'consent declared: %s documents' % d['total']"
as specialist -o /dev/null -w 'opens the blood test: %{http_code}\n' "$professionals/fhir/Binary/${binary##*/}"

say "9. The person sees who looked, and why they could."
me "$citizens/api/v1/history" > "$work/history"
json "'\n'.join('- %s  %-18s %-17s %s' % (e['at'][11:19], e['by'].get('name', 'vous'), e['action'], 'oui' if e['allowed'] else 'refusé : ' + e['gate']) for e in d['entries'][:6])" < "$work/history"
entry=$(json "[e['id'] for e in d['entries'] if e['action'] == 'opened-document' and e['by']['kind'] == 'professional'][0]" < "$work/history")
me "$citizens/api/v1/history/$entry/why" | json "'\n'.join('  parce que : %s (%s)' % (s['french'], s['source']) for s in d['sentences'])"
me "$citizens/api/v1/notifications" | json "'notifications: %s' % ', '.join(n['kind'] for n in d['notices'])"

say "10. She blocks the cardiologist. From the very next request, the record is empty for her, as if nothing had ever been there."
me -o "$work/block" -w 'block: %{http_code}\n' -H 'Content-Type: application/json' -d '{"professional":"99700900220"}' "$citizens/api/v1/privacy/blocks"
as specialist -H 'Mes-Consent: declared' "$professionals/fhir/DocumentReference?patient.identifier=$patient&status=current" | json "'the cardiologist now sees: %s documents' % d['total']"
as specialist -o /dev/null -w 'opens the blood test: %{http_code}\n' "$professionals/fhir/Binary/${binary##*/}"

say "11. In an emergency, the dispatch doctor of the SAMU comes in with the standing consent; she is told at once."
as dispatcher -H 'Mes-Access-Mode: centre_15' "$professionals/fhir/DocumentReference?patient.identifier=$patient&status=current" | json "'the dispatch doctor sees: %s documents' % d['total']"

say "12. She lifts the block again, so that this tour can be made once more."
me -o /dev/null -w 'lifted: %{http_code}\n' -X DELETE "$citizens/api/v1/privacy/blocks/$(json "d['id']" < "$work/block")"
me -o /dev/null -w 'signed out: %{http_code}\n' -X DELETE "$citizens/api/v1/session"
say "Done. Everything above is in $data; the history keeps every line of it."
