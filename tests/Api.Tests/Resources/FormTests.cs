using System.Net;
using System.Text;
using System.Xml.Linq;
using MonEspaceSante.Api.Tests.Fixtures;

namespace MonEspaceSante.Api.Tests.Resources;

/// <summary>In which form resources come and go.</summary>
[Collection(OnePlatform.Name)]
public sealed class FormTests(RunningPlatform platform)
{
    private static readonly XNamespace Fhir = "http://hl7.org/fhir";

    [Theory]
    [InlineData("application/fhir+json", null, "application/fhir+json")]
    [InlineData("application/json", null, "application/fhir+json")]
    [InlineData("*/*", null, "application/fhir+json")]
    [InlineData("application/fhir+xml", null, "application/fhir+xml")]
    [InlineData("text/xml", null, "application/fhir+xml")]
    [InlineData("application/fhir+xml;q=0.5, application/fhir+json;q=0.9", null, "application/fhir+json")]
    [InlineData("text/html, application/fhir+xml;q=0.1", null, "application/fhir+xml")]
    [InlineData("application/fhir+json; fhirVersion=4.0", null, "application/fhir+json")]
    [InlineData("application/fhir+json", "xml", "application/fhir+xml")]
    [InlineData("text/html", "json", "application/fhir+json")]
    [InlineData(null, "application/fhir+xml", "application/fhir+xml")]
    public async Task The_answer_is_in_the_form_that_the_client_accepts(string? accept, string? format, string expected)
    {
        var (person, me) = await platform.SomebodyAsync();
        var id = await new Measure(person).ByAsync(me);
        (string, string)[] headers = accept is null ? [] : [("Accept", accept)];
        var suffix = format is null ? "" : "_format=" + format;

        Assert.Equal(expected, (await me.GetAsync($"/fhir/Observation/{id}?{suffix}", headers)).Is(HttpStatusCode.OK).MediaType);
        Assert.Equal(expected, (await me.GetAsync($"/fhir/Observation?patient={person.Space}&{suffix}", headers)).Is(HttpStatusCode.OK).MediaType);
        Assert.Equal(expected, (await me.GetAsync($"/fhir/Observation/x?{suffix}", headers)).Is(HttpStatusCode.NotFound).MediaType);
        Assert.Equal(expected, (await me.GetAsync($"/fhir/metadata?{suffix}", headers)).Is(HttpStatusCode.OK).MediaType);
    }

    [Theory]
    [InlineData("text/html", null)]
    [InlineData("application/fhir+turtle", null)]
    [InlineData("application/fhir+json; fhirVersion=3.0", null)]
    [InlineData("application/fhir+json", "ttl")]
    public async Task Another_form_is_refused_before_anything_is_done(string accept, string? format)
    {
        var (person, me) = await platform.SomebodyAsync();
        var suffix = format is null ? "" : "?_format=" + format;
        (await me.PostAsync("/fhir/Observation" + suffix, new Measure(person).Json, ("Accept", accept))).IsRefused(HttpStatusCode.NotAcceptable, "format-not-acceptable", fhir: true);
        Assert.Equal(0, (await me.GetAsync($"/fhir/Observation?patient={person.Space}")).Total);
    }

    [Fact]
    public async Task XML_is_taken_in_and_given_back_digit_for_digit()
    {
        var (person, me) = await platform.SomebodyAsync();
        var sent = $"""
            <Observation xmlns="http://hl7.org/fhir">
              <text><status value="generated"/><div xmlns="http://www.w3.org/1999/xhtml">Poids : <b>72,50</b> kg</div></text>
              <status value="final"/>
              <code><coding><system value="http://loinc.org"/><code value="29463-7"/></coding></code>
              <subject><identifier><system value="{person.System}"/><value value="{person.Matricule}"/></identifier></subject>
              <effectiveDateTime value="2026-03-01T08:15:00.10+05:30"/>
              <valueQuantity><value value="72.50"/><unit value="kg"/></valueQuantity>
            </Observation>
            """;

        var created = (await SendAsync(me, sent, "application/fhir+xml", ("Accept", "application/fhir+xml"))).Is(HttpStatusCode.Created);

        var xml = XDocument.Parse(created.Text).Root!;
        Assert.Equal(Fhir + "Observation", xml.Name);
        Assert.Equal("72.50", xml.Element(Fhir + "valueQuantity")!.Element(Fhir + "value")!.Attribute("value")!.Value);
        Assert.Equal("2026-03-01T08:15:00.10+05:30", xml.Element(Fhir + "effectiveDateTime")!.Attribute("value")!.Value);
        Assert.Contains("<b>72,50</b> kg</div>", created.Text, StringComparison.Ordinal);
        var json = (await me.GetAsync("/fhir/Observation/" + xml.Element(Fhir + "id")!.Attribute("value")!.Value)).Is(HttpStatusCode.OK);
        Assert.Contains("\"value\":72.50", json.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_platform_writes_itself_is_R4_in_XML_too()
    {
        var (person, me) = await platform.SomebodyAsync();
        var id = await new Deposit(person).ByAsync(platform.Visitors.Professional("lab-org"));
        foreach (var path in new[]
        {
            $"/fhir/Patient?identifier={person.Token}", $"/fhir/DocumentReference?patient={person.Space}", $"/fhir/DocumentReference/{id}",
            $"/fhir/AuditEvent?patient={person.Space}", "/fhir/Practitioner?name=generaliste",
        })
        {
            var answer = (await me.GetAsync(path, ("Accept", "application/fhir+xml"))).Is(HttpStatusCode.OK);
            Assert.Equal(Fhir, XDocument.Parse(answer.Text).Root!.Name.Namespace);
        }
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/fhir+json; charset=utf-16")]
    [InlineData("application/fhir+json; fhirVersion=5.0")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task A_body_of_another_type_is_refused(string type)
    {
        var (person, me) = await platform.SomebodyAsync();
        (await SendAsync(me, new Measure(person).Json, type)).IsRefused(HttpStatusCode.UnsupportedMediaType, "media-type-unsupported", fhir: true);
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><Observation xmlns='http://hl7.org/fhir'><status value='&e;'/></Observation>")]
    [InlineData("<Observation xmlns='http://hl7.org/fhir' xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='x'/></Observation>")]
    [InlineData("<Observation>")]
    [InlineData("{}")]
    public async Task Hostile_XML_is_a_bad_request(string body)
    {
        var (_, me) = await platform.SomebodyAsync();
        var answer = (await SendAsync(me, body, "application/fhir+xml", ("Accept", "application/fhir+xml"))).Is(HttpStatusCode.BadRequest);
        Assert.Equal(Fhir + "OperationOutcome", XDocument.Parse(answer.Text).Root!.Name);
    }

    [Theory]
    [InlineData("_summary=true", "id,meta,status,code,subject,effectiveDateTime,valueQuantity")]
    [InlineData("_summary=text", "id,meta,text,status,code")]
    [InlineData("_summary=data", "id,meta,status,code,subject,effectiveDateTime,valueQuantity,note")]
    [InlineData("_elements=note", "id,meta,status,code,note")]
    public async Task A_part_of_a_resource_is_tagged_as_such(string parameter, string elements)
    {
        var (person, me) = await platform.SomebodyAsync();
        var measure = new Measure(person).ToNode();
        measure.Remove("category");
        measure["text"] = new System.Text.Json.Nodes.JsonObject { ["status"] = "generated", ["div"] = "<div xmlns=\"http://www.w3.org/1999/xhtml\">Poids</div>" };
        measure["note"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject { ["text"] = "À jeun." });
        var id = (await me.PostAsync("/fhir/Observation", measure.ToJsonString())).Is(HttpStatusCode.Created).Json.GetProperty("id").GetString();

        var read = (await me.GetAsync($"/fhir/Observation/{id}?{parameter}")).Is(HttpStatusCode.OK).Json;
        var found = Assert.Single((await me.GetAsync($"/fhir/Observation?patient={person.Space}&{parameter}")).Is(HttpStatusCode.OK).Entries);

        foreach (var resource in new[] { read, found })
        {
            Assert.Equal(elements.Split(',').Order(), resource.EnumerateObject().Select(member => member.Name).Except(["resourceType"]).Order());
            Assert.Equal("SUBSETTED", resource.GetProperty("meta").GetProperty("tag")[0].GetProperty("code").GetString());
        }
    }

    [Fact]
    public async Task What_the_client_has_already_is_not_sent_again()
    {
        var (person, me) = await platform.SomebodyAsync();
        var id = await new Measure(person).ByAsync(me);
        var first = (await me.GetAsync($"/fhir/Observation/{id}")).Is(HttpStatusCode.OK);

        Assert.Empty((await me.GetAsync($"/fhir/Observation/{id}", ("If-None-Match", first.Headers["ETag"]))).Is(HttpStatusCode.NotModified).Body);
        (await me.GetAsync($"/fhir/Observation/{id}", ("If-Modified-Since", first.Headers["Last-Modified"]))).Is(HttpStatusCode.NotModified);
        (await me.GetAsync($"/fhir/Observation/{id}", ("If-None-Match", "W/\"2\""))).Is(HttpStatusCode.OK);
    }

    private static async Task<Answer> SendAsync(Visitor visitor, string body, string type, params (string, string)[] headers)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        Assert.True(content.Headers.TryAddWithoutValidation("Content-Type", type));
        return await visitor.SendAsync(HttpMethod.Post, "/fhir/Observation", content, headers);
    }
}
