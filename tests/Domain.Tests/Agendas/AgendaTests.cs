using System.Text.Json;
using MonEspaceSante.Domain.Agendas;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Tests.Builders;

namespace MonEspaceSante.Domain.Tests.Agendas;

public class AgendaTests
{
    private static readonly ResourceWrite.Record Free = new(Slot("free"), "a");

    public static TheoryData<Caller, bool> Writers => new()
    {
        { People.Laboratory(), true },
        { People.Professional(at: People.At(People.Clinic)), true },
        { People.Staff(), true },
        { People.Professional(), false },
        { People.Professional(at: People.At(People.Samu)), false },
        { People.Holder, false },
        { People.Platform(), false },
    };

    [Theory]
    [MemberData(nameof(Writers))]
    public void Only_the_structure_writes_in_its_agenda(Caller caller, bool allowed) =>
        Assert.Equal(allowed ? null : AgendaRefusals.OnlyTheStructure, Keep(new(), Acts.By(caller), Free).Answer.Refusal);

    [Fact]
    public void The_first_writing_opens_the_agenda_for_that_structure_alone()
    {
        var decided = Keep(new(), Acts.By(People.Laboratory()), Free);
        Assert.Equal(new AgendaEvent.Opened(People.Clinic), decided.Events[0]);
        var samu = new Caller.Organisation(People.Samu, "SAMU", "RDV", "c0ffee");
        Assert.Equal(AgendaRefusals.OnlyTheStructure, KeepAgenda.Decide(Of(decided.Events), new(People.Samu, [Free]), Acts.By(samu)).Answer.Refusal);
        Assert.Equal(
            AgendaRefusals.NotOfAnAgenda.At("a"), Keep(new(), Acts.By(People.Laboratory()), new ResourceWrite.Record(Weights.Draft(), "a")).Answer.Refusal);
    }

    [Fact]
    public void Colleagues_revise_and_remove_what_the_structure_has_written()
    {
        var agenda = Of(Keep(new(), Acts.By(People.Laboratory()), Free).Events);
        var id = CarryOut.IdOf(Acts.Holder().CommandId, 0);
        var revised = Keep(agenda, Acts.By(People.Staff(), id: Guid.NewGuid()), new ResourceWrite.Revise(Slot("busy"), "a", id));
        Assert.Equal(ResourceEffect.Revised, revised.Answer.Value!.Parts[0].Effect);
        var removed = Keep(agenda, Acts.By(People.Professional(at: People.At(People.Clinic)), id: Guid.NewGuid()), new ResourceWrite.Remove("Slot", "a", id));
        Assert.Equal(ResourceEffect.Removed, removed.Answer.Value!.Parts[0].Effect);
        foreach (var happened in removed.Events)
        {
            agenda.Apply(happened);
        }

        Assert.Equal(ResourceRefusals.Gone, ReadAgenda.Answer(agenda, new("Slot", id), People.Laboratory()).Refusal);
        Assert.Equal(ResourceRefusals.Unknown, ReadAgenda.Answer(agenda, new("Slot", id), People.Holder).Refusal);
    }

    [Fact]
    public void Others_find_the_free_slots_and_the_structure_finds_all()
    {
        var agenda = Of(Keep(new(), Acts.By(People.Laboratory()), Free, new ResourceWrite.Record(Slot("busy"), "b")).Events);
        Assert.Equal([1, 1, 2, 0], new Caller[] { People.Holder, People.Professional(), People.Laboratory(), People.Platform() }.Select(Count));
        var busy = CarryOut.IdOf(Acts.Holder().CommandId, 1);
        Assert.Equal(ResourceRefusals.Unknown, ReadAgenda.Answer(agenda, new("Slot", busy), People.Holder).Refusal);
        Assert.Equal(busy, ReadAgenda.Answer(agenda, new("Slot", busy), People.Staff()).Value!.Id);

        int Count(Caller caller) =>
            SearchAgenda.Answer(agenda, new("Slot", ResourceQuery.Where()), caller, Moments.Now).Value!.Page.Matches.Count;
    }

    [Fact]
    public void Sent_twice_it_is_written_once_and_a_snapshot_keeps_it()
    {
        var decided = Keep(new(), Acts.By(People.Laboratory()), Free);
        var agenda = Of(decided.Events);
        Assert.Empty(Keep(agenda, Acts.By(People.Laboratory()), Free).Events);
        var restored = new Agenda();
        var json = JsonSerializer.Serialize(agenda.Snapshot(), DomainJson.Default.AgendaSnapshot);
        restored.Restore(JsonSerializer.Deserialize(json, DomainJson.Default.AgendaSnapshot)!);
        Assert.Equal(agenda.Snapshot(), restored.Snapshot());
    }

    private static ResourceDraft Slot(string status) =>
        new("Slot", Weights.Body($"\"{status}\""), new([new IndexedValue.Token("status", "http://hl7.org/fhir/slotstatus", status)]));

    private static Decision<AgendaEvent, ResourceReceipts> Keep(Agenda agenda, Act act, params ResourceWrite[] writes) =>
        KeepAgenda.Decide(agenda, new(People.Clinic, [.. writes]), act);

    private static Agenda Of(IEnumerable<AgendaEvent> events)
    {
        var agenda = new Agenda();
        foreach (var happened in events)
        {
            agenda.Apply(happened);
        }

        return agenda;
    }
}
