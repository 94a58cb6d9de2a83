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

    private static string Slot(string schedule, string status, int hour, string? id = null) =>
        $$"""
        {"resourceType":"Slot",{{(id is null ? "" : $"\"id\":\"{id}\",")}}"schedule":{"reference":"Schedule/{{schedule}}"},"status":"{{status}}",
         "start":"2026-12-01T{{hour:00}}:00:00+01:00","end":"2026-12-01T{{hour:00}}:20:00+01:00"}
        """;
}
