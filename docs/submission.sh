#!/usr/bin/env bash
# Submission sets with curl (ITI-65, TD2 and TD2.1), against a platform that runs on this machine (dotnet run --project src/Api).
# Needs curl and python3 (to make and read JSON). Everybody in it is fictive; it ends with an error where an answer is not the one it tells.
set -euo pipefail

data=${DATA:-data}
[ -f "$data/demo.json" ] || data=src/Api/data
[ -f "$data/demo.json" ] || { echo "Start the platform first: dotnet run --project src/Api"; exit 1; }
professionals=${PROFESSIONALS:-https://localhost:8444}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
json() { python3 -c "import json,sys; d=json.load(sys.stdin); print(eval(sys.argv[1], {'d': d}))" "$1"; }
person() { json "d['people'][$1]['$2']" < "$data/demo.json"; }
as() { local who=$1; shift; curl -sS --cacert "$data/pki/ca.pem" --cert "$data/pki/$who.pem" --key "$data/pki/$who.key" "$@"; }
expect() { [ "$1" = "$2" ] && echo "$1" || { echo "$1, where $2 was expected"; exit 1; }; }

submit() { # bundle, expected status
  expect "$(as gp -o "$work/answer" -w '%{http_code}' -H 'Content-Type: application/fhir+json' --data-binary "@$1" "$professionals/fhir")" "$2"
}

bundle() { # patient of the second document; unique ids of the documents; unique id of the document that the first replaces
  python3 - "$here/samples" "$(person 0 system)|$(person 0 matricule)" "$@" <<'PY'
import base64, json, sys
samples, patient, other, first, second, replaced = sys.argv[1:]
author = [{"resourceType": "Practitioner", "id": "author", "identifier": [{"system": "urn:oid:1.2.250.1.71.4.2.1", "value": "899700900113"}]}]
mhd = "https://profiles.ihe.net/ITI/MHD/StructureDefinition/"
# The header of a CDA document says what its metadata say: its identifier too.
read = lambda name: base64.b64encode(open(f"{samples}/{name}", "rb").read().replace(b"2.999.2026.11.21.1\"", first[8:].encode() + b"\"")).decode()
entry = lambda url, resource, method="POST", to=None: {
    "fullUrl": url, "resource": resource, "request": {"method": method, "url": to or resource["resourceType"]}}
document = lambda unique, of, code, attachment: {
    "resourceType": "DocumentReference", "contained": author, "masterIdentifier": {"system": "urn:ietf:rfc:3986", "value": unique}, "status": "current",
    "type": {"coding": [{"system": "http://loinc.org", "code": code}]}, "subject": {"reference": f"Patient?identifier={of}"},
    "date": "2026-11-20T10:30:00+01:00", "author": [{"reference": "#author"}], "content": [{"attachment": attachment}]}
report = document(first, patient, "11488-4", {"contentType": "application/xml", "title": "Consultation", "url": "urn:uuid:content"})
entries = [
    entry("urn:uuid:set", {
        "resourceType": "List", "contained": author, "status": "current", "mode": "working", "date": "2026-11-20T11:00:00+01:00",
        "extension": [
            {"url": mhd + "ihe-designationType", "valueCodeableConcept": {"coding": [
                {"system": "https://mos.esante.gouv.fr/NOS/TRE_A03-ClasseDocument/FHIR/TRE-A03-ClasseDocument", "code": "10"}]}},
            {"url": mhd + "ihe-sourceId", "valueIdentifier": {"system": "urn:ietf:rfc:3986", "value": "urn:oid:1.2.250.1.999.1"}}],
        "code": {"coding": [{"system": "https://profiles.ihe.net/ITI/MHD/CodeSystem/MHDlistTypes", "code": "submissionset"}]},
        "subject": {"reference": f"Patient?identifier={patient}"}, "source": {"reference": "#author"},
        "entry": [{"item": {"reference": "urn:uuid:first"}}, {"item": {"reference": "urn:uuid:second"}}]}),
    entry("urn:uuid:first", report),
    entry("urn:uuid:content", {"resourceType": "Binary", "contentType": "application/xml", "data": read("consultation.xml")}),
    entry("urn:uuid:second", document(second, other, "11502-2", {"contentType": "application/pdf", "title": "Prise de sang", "data": read("blood-test.pdf")}))]
if replaced:
    report["relatesTo"] = [{"code": "replaces", "target": {"identifier": {"system": "urn:ietf:rfc:3986", "value": replaced}}}]
    entries.append(entry("urn:uuid:patch", {"resourceType": "Parameters", "parameter": [{"name": "operation", "part": [
        {"name": "type", "valueCode": "replace"}, {"name": "path", "valueString": "DocumentReference.status"},
        {"name": "value", "valueCode": "superseded"}]}]}, "PATCH", f"DocumentReference?identifier=urn:ietf:rfc:3986|{replaced}"))
print(json.dumps({"resourceType": "Bundle", "type": "transaction", "entry": entries}))
PY
}

new() { echo "urn:oid:2.999.2026.11.21.$((RANDOM + 32768))$((RANDOM + 32768))"; }
one=$(new); two=$(new); three=$(new); four=$(new)
patient="$(person 0 system)|$(person 0 matricule)"

say "1. The general practitioner submits a report (its content in a Binary) and a blood test (its data embedded): one set, all or nothing."
bundle "$patient" "$one" "$two" "" > "$work/first.json"
submit "$work/first.json" 200
json "'\n'.join('- %s  %s' % (e['response']['status'], e['response']['location'].split('/fhir/')[1].split('/')[0]) for e in d['entry'])" < "$work/answer"

say "2. The same again, as networks do: the same answer."
cp "$work/answer" "$work/before"
submit "$work/first.json" 200
cmp "$work/answer" "$work/before" && echo "byte for byte"

say "3. A second set replaces the report and declares it superseded (TD2.1)."
bundle "$patient" "$three" "$four" "$one" > "$work/second.json"
submit "$work/second.json" 200
json "'the old report: %s, now %s' % (d['entry'][4]['response']['status'], d['entry'][4]['response']['etag'])" < "$work/answer"

say "4. A set that mixes two patients is refused, and nothing of it is kept."
bundle "$(person 1 system)|$(person 1 matricule)" "$(new)" "$(new)" "" > "$work/mixed.json"
submit "$work/mixed.json" 400
json "'%s at %s' % (d['issue'][0]['details']['coding'][0]['code'], d['issue'][0]['expression'][0])" < "$work/answer"
