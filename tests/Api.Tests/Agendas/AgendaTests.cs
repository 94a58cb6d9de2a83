using System.Net;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Api.Tests.Resources;

namespace MonEspaceSante.Api.Tests.Agendas;

/// <summary>Structures keep their agenda, patients find free times, appointments come into spaces (guide on shared agendas).</summary>
[Collection(OnePlatform.Name)]
public sealed class AgendaTests(RunningPlatform platform)
{
    private const string Schedule = """{"resourceType":"Schedule","active":true,"actor":[{"display":"Prises de sang"}]}""";

    [Fact]
    public async Task A_structure_publishes_free_times_and_patients_find_them()
    {
        var laboratory = platform.Visitors.Professional("lab-org");
        var schedule = await IdAsync(laboratory, "Schedule", Schedule);
        var free = await IdAsync(laboratory, "Slot", Slot(schedule, "free", 9));
        await IdAsync(laboratory, "Slot", Slot(schedule, "busy", 10));
        var me = (await platform.SomebodyAsync()).Me;

        var found = (await me.GetAsync($"/fhir/Slot?schedule=Schedule/{schedule}&start=ge2026-12-01")).Is(HttpStatusCode.OK);

        Assert.Equal([free], found.Entries.Select(slot => slot.GetProperty("id").GetString()));
        Assert.Equal(2, (await laboratory.GetAsync($"/fhir/Slot?schedule=Schedule/{schedule}")).Total);
        Assert.Contains((await me.GetAsync("/fhir/Schedule?structure=1990000051")).Is(HttpStatusCode.OK).Entries, one => one.GetProperty("id").GetString() == schedule);
    }

    [Fact]
    public async Task A_taken_time_is_no_longer_told_and_a_removed_schedule_is_gone()
    {
        var laboratory = platform.Visitors.Professional("lab-org");
        var schedule = await IdAsync(laboratory, "Schedule", Schedule);
        var slot = await IdAsync(laboratory, "Slot", Slot(schedule, "free", 11));
        var me = (await platform.SomebodyAsync()).Me;
        (await me.GetAsync($"/fhir/Slot/{slot}")).Is(HttpStatusCode.OK);

        (await laboratory.PutAsync($"/fhir/Slot/{slot}", Slot(schedule, "busy", 11, slot))).Is(HttpStatusCode.OK);
        (await laboratory.DeleteAsync($"/fhir/Schedule/{schedule}")).Is(HttpStatusCode.NoContent);

        (await me.GetAsync($"/fhir/Slot/{slot}")).Is(HttpStatusCode.NotFound);
        (await laboratory.GetAsync($"/fhir/Schedule/{schedule}")).Is(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Nobody_writes_in_the_agenda_of_another()
    {
        var schedule = await IdAsync(platform.Visitors.Professional("lab-org"), "Schedule", Schedule);
        var samu = platform.Visitors.Professional("samu-org");
        (await samu.DeleteAsync($"/fhir/Schedule/{schedule}")).Is(HttpStatusCode.NotFound);
        (await samu.PutAsync($"/fhir/Schedule/{schedule}", Schedule.Insert(1, $"\"id\":\"{schedule}\","))).Is(HttpStatusCode.NotFound);
        (await (await platform.SomebodyAsync()).Me.PostAsync("/fhir/Schedule", Schedule)).IsRefused(HttpStatusCode.Forbidden, "only-the-structure", fhir: true);
    }

    [Fact]
    public async Task A_search_names_its_agenda() =>
        (await (await platform.SomebodyAsync()).Me.GetAsync("/fhir/Slot?status=free")).IsRefused(HttpStatusCode.BadRequest, "agenda-not-named", fhir: true);

    [Theory]
    [InlineData("schedule.actor=Practitioner/anne", 1)]
    [InlineData("schedule.actor:Practitioner=anne", 1)]
    [InlineData("schedule:Schedule.actor=Practitioner/anne,Practitioner/paul", 2)]
    [InlineData("schedule.actor:Practitioner.identifier=urn:oid:2.999.2%7Canne", 1)]
    [InlineData("schedule.actor:Location.identifier=anne", 0)]
    [InlineData("schedule.actor:identifier=anne&schedule.active=true", 1)]
    [InlineData("schedule.actor=Practitioner/nobody", 0)]
    public async Task Free_times_of_who_receives_are_found(string parameters, int found)
    {
        var laboratory = platform.Visitors.Professional("lab-org");
        var place = $"{Guid.NewGuid()}";
        var anne = await IdAsync(laboratory, "Slot", Slot(await IdAsync(laboratory, "Schedule", Of("anne", place)), "free", 14));
        await IdAsync(laboratory, "Slot", Slot(await IdAsync(laboratory, "Schedule", Of("paul", place)), "free", 15));
        var me = (await platform.SomebodyAsync()).Me;

        var answer = (await me.GetAsync(
            $"/fhir/Slot?structure=1990000051&status=free&start=ge2026-12-01&schedule.identifier={place}&{parameters}&_include=Slot:schedule")).Is(HttpStatusCode.OK);

        Assert.Equal(found, answer.Total);
        Assert.Equal(found, answer.Entries.Count(entry => entry.GetProperty("resourceType").GetString() is "Schedule"));
        Assert.Equal(found > 0, answer.Entries.Any(entry => entry.GetProperty("id").GetString() == anne));
    }

    [Theory]
    [InlineData("Slot?structure=1990000051&schedule.unheard=x", "parameter-unknown")]
    [InlineData("Slot?structure=1990000051&schedule.actor.name=x", "parameter-unknown")]
    [InlineData("Slot?structure=1990000051&schedule.actor:Practitioner.name=x", "parameter-modifier-unsupported")]
    [InlineData("Schedule?structure=1990000051&schedule.actor=x", "parameter-unknown")]
    [InlineData("Slot?schedule.actor=Practitioner/anne", "agenda-not-named")]
    public async Task A_chain_that_leads_further_is_refused(string search, string code) =>
        (await (await platform.SomebodyAsync()).Me.GetAsync($"/fhir/{search}")).IsRefused(HttpStatusCode.BadRequest, code, fhir: true);

    [Fact]
    public async Task A_structure_changes_its_schedules_and_slots_by_its_own_numbers()
    {
        var laboratory = platform.Visitors.Professional("lab-org");
        var (number, other) = ($"{Guid.NewGuid()}", $"{Guid.NewGuid()}");
        var schedule = (await laboratory.PutAsync($"/fhir/Schedule?identifier={number}", Of("anne", number))).Is(HttpStatusCode.Created).Json.GetProperty("id").GetString()!;
        (await laboratory.PutAsync($"/fhir/Slot?identifier={other}", Numbered(Slot(schedule, "free", 16), other))).Is(HttpStatusCode.Created);
        var slot = (await laboratory.PutAsync($"/fhir/Slot?identifier={other}", Numbered(Slot(schedule, "busy", 16), other))).Is(HttpStatusCode.OK).Json;

        Assert.Equal("busy", slot.GetProperty("status").GetString());
        Assert.Equal(1, (await laboratory.GetAsync($"/fhir/Slot?schedule=Schedule/{schedule}")).Total);
        (await laboratory.PutAsync("/fhir/Slot", Slot(schedule, "busy", 16))).Is(HttpStatusCode.BadRequest);
        (await (await platform.SomebodyAsync()).Me.PutAsync($"/fhir/Schedule?identifier={number}", Of("anne", number)))
            .IsRefused(HttpStatusCode.Forbidden, "only-the-structure", fhir: true);
    }

    [Fact]
    public async Task Versions_are_told_to_the_structure_alone()
    {
        var laboratory = platform.Visitors.Professional("lab-org");
        var schedule = await IdAsync(laboratory, "Schedule", Schedule);
        var slot = await IdAsync(laboratory, "Slot", Slot(schedule, "busy", 17));
        (await laboratory.PutAsync($"/fhir/Slot/{slot}", Slot(schedule, "free", 17, slot))).Is(HttpStatusCode.OK);

        var first = (await laboratory.GetAsync($"/fhir/Slot/{slot}/_history/1")).Is(HttpStatusCode.OK);
        var all = (await laboratory.GetAsync($"/fhir/Slot/{slot}/_history")).Is(HttpStatusCode.OK);

        Assert.Equal("busy", first.Json.GetProperty("status").GetString());
        Assert.Equal(["free", "busy"], all.Entries.Select(version => version.GetProperty("status").GetString()));
        (await laboratory.GetAsync($"/fhir/Slot/{slot}/_history/3")).Is(HttpStatusCode.NotFound);
        var me = (await platform.SomebodyAsync()).Me;
        (await me.GetAsync($"/fhir/Slot/{slot}/_history/2")).Is(HttpStatusCode.NotFound);
        (await me.GetAsync($"/fhir/Slot/{slot}/_history")).Is(HttpStatusCode.NotFound);

        (await laboratory.DeleteAsync($"/fhir/Slot/{slot}")).Is(HttpStatusCode.NoContent);
        (await laboratory.GetAsync($"/fhir/Slot/{slot}/_history/3")).Is(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task A_structure_declares_an_appointment_and_changes_it_by_its_own_number()
    {
        var world = await platform.SomebodyAsync();
        var laboratory = platform.Visitors.Professional("lab-org");
        var appointment = Samples.Of("Appointment", world.Person);
        appointment["identifier"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject { ["system"] = "urn:oid:2.999.1", ["value"] = "rdv-1" });
        (await laboratory.PostAsync("/fhir/Appointment", appointment.ToJsonString())).Is(HttpStatusCode.Created);

        appointment["status"] = "cancelled";
        (await laboratory.PutAsync("/fhir/Appointment?identifier=urn:oid:2.999.1%7Crdv-1", appointment.ToJsonString())).Is(HttpStatusCode.OK);

        var mine = await world.Me.GetAsync(world.Search("Appointment", ""));
        Assert.Equal("cancelled", mine.Entries.Single().GetProperty("status").GetString());
    }

    private static async Task<string> IdAsync(Visitor structure, string type, string json) =>
        (await structure.PostAsync($"/fhir/{type}", json)).Is(HttpStatusCode.Created).Json.GetProperty("id").GetString()!;

    private static string Of(string practitioner, string number) =>
        $$"""
        {"resourceType":"Schedule","identifier":[{"value":"{{number}}"}],"active":true,
         "actor":[{"reference":"Practitioner/{{practitioner}}","identifier":{"system":"urn:oid:2.999.2","value":"{{practitioner}}"} } ]}
        """;

    private static string Numbered(string resource, string number) =>
        resource.Insert(resource.IndexOf('{', StringComparison.Ordinal) + 1, $"\"identifier\":[{{\"value\":\"{number}\"}}],");

    private static string Slot(string schedule, string status, int hour, string? id = null) =>
        $$"""
        {"resourceType":"Slot",{{(id is null ? "" : $"\"id\":\"{id}\",")}}"schedule":{"reference":"Schedule/{{schedule}}"},"status":"{{status}}",
         "start":"2026-12-01T{{hour:00}}:00:00+01:00","end":"2026-12-01T{{hour:00}}:20:00+01:00"}
        """;
}
