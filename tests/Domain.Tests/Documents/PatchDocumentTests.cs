using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.Documents;

/// <summary>The rules of each change are tested with its own command; here, that a patch is taken for the change that it is.</summary>
public class PatchDocumentTests
{
    private static readonly Caller Author = People.Laboratory();

    public static TheoryData<MetadataEdit[], Labels> LabelEdits => new()
    {
        { [new MetadataEdit.AddLabel(Labels.HiddenFromProfessionals)], Labels.Normal | Labels.HiddenFromProfessionals },
        { [new MetadataEdit.SetLabels(Labels.HiddenFromProfessionals)], Labels.Normal | Labels.HiddenFromProfessionals },
        { [new MetadataEdit.ReplaceLabel(0, Labels.HiddenFromProfessionals)], Labels.Normal | Labels.HiddenFromProfessionals },
        { [new MetadataEdit.AddLabel(Labels.WithheldFromGuardians)], Labels.Normal | Labels.WithheldFromGuardians },
        { [new MetadataEdit.AddLabel(Labels.WithheldFromHolder), new MetadataEdit.AddLabel(Labels.WithheldFromGuardians)], Labels.Normal | Labels.WithheldFromHolder | Labels.WithheldFromGuardians },
    };

    [Theory]
    [MemberData(nameof(LabelEdits))]
    public void Edits_of_labels_are_the_change_that_they_come_to(MetadataEdit[] edits, Labels expected) =>
        Assert.Equal(expected, Patch(Papers.Sheet(), Author, edits).Answer.Value!.Draft.Labels);

    [Fact]
    public void A_label_that_goes_by_its_place_or_by_its_name_is_shown_again()
    {
        var hidden = Papers.Sheet(labels: Labels.Normal | Labels.HiddenFromProfessionals) with { HiddenByProfessional = true };
        Assert.Equal(Labels.Normal, Patch(hidden, Author, new MetadataEdit.DropLabel(1, null)).Answer.Value!.Draft.Labels);
        Assert.Equal(Labels.Normal, Patch(hidden, Author, new MetadataEdit.DropLabel(null, Labels.HiddenFromProfessionals)).Answer.Value!.Draft.Labels);
    }

    [Theory]
    [InlineData(DocumentStatus.Superseded)]
    [InlineData(DocumentStatus.Deleted)]
    public void Both_values_that_the_guide_hesitates_between_delete(DocumentStatus asked) =>
        Assert.Contains(Patch(Papers.Sheet(), Author, new MetadataEdit.SetStatus(asked)).Events, happened => happened is SpaceEvent.DocumentDeleted);

    [Fact]
    public void What_was_replaced_is_superseded_already()
    {
        var decision = Patch(Papers.Sheet(status: DocumentStatus.Superseded), Author, new MetadataEdit.SetStatus(DocumentStatus.Superseded));
        Assert.True(decision.Answer.Accepted);
        Assert.DoesNotContain(decision.Events, happened => happened is not SpaceEvent.Accessed);
    }

    [Fact]
    public void An_archive_mark_is_set_and_taken_away()
    {
        Assert.True(Patch(Papers.Sheet(), Author, new MetadataEdit.SetArchived(true)).Answer.Value!.Archived);
        Assert.False(Patch(Papers.Sheet() with { Archived = true }, Author, new MetadataEdit.SetArchived(false)).Answer.Value!.Archived);
    }

    public static TheoryData<MetadataEdit[], Refusal> Refused => new()
    {
        { [new MetadataEdit.AddLabel(Labels.HiddenFromProfessionals), new MetadataEdit.SetArchived(true)], DocumentRefusals.OneChangeAtATime },
        { [new MetadataEdit.SetLabels(Labels.VeryRestricted)], DocumentRefusals.LabelNotYours },
        { [new MetadataEdit.DropLabel(3, null)], DocumentRefusals.LabelAbsent },
        { [new MetadataEdit.ReplaceLabel(1, Labels.Normal)], DocumentRefusals.LabelAbsent },
        { [new MetadataEdit.DropLabel(null, Labels.WithheldFromHolder)], DocumentRefusals.LabelAbsent },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_no_single_change_is_refused_and_changes_nothing(MetadataEdit[] edits, Refusal expected)
    {
        var decision = Patch(Papers.Sheet(), Author, edits);
        Assert.Equal(expected, decision.Answer.Refusal);
        Assert.All(decision.Events, happened => Assert.IsType<SpaceEvent.Accessed>(happened));
    }

    [Fact]
    public void Another_version_is_not_patched()
    {
        var (space, sheet) = (Space(Papers.Sheet()), Papers.Sheet());
        Assert.Equal(ResourceRefusals.VersionDiffers, Decide(space, new(sheet.LogicalId, null, [new MetadataEdit.SetArchived(true)], 2, AccessContext.Ordinary), Author).Answer.Refusal);
        Assert.True(Decide(space, new(sheet.LogicalId, null, [new MetadataEdit.SetArchived(true)], 1, AccessContext.Ordinary), Author).Answer.Accepted);
    }

    [Fact]
    public void A_document_is_found_by_its_unique_identifier_among_those_that_the_caller_knows()
    {
        var theirs = Papers.Sheet(by: People.Professional(at: People.AtSamu())) with { LogicalId = Guid.NewGuid() };
        var space = Given([.. Events.Activated(), Events.Deposited(Papers.Sheet()), Events.Deposited(theirs)]);
        var command = new PatchDocument(null, "1.2.3", [new MetadataEdit.SetArchived(true)], null, AccessContext.Ordinary);

        Assert.Equal(Papers.Sheet().LogicalId, Decide(space, command, Author).Answer.Value!.LogicalId);
        Assert.Equal(ResourceRefusals.ManyMatch, PatchDocument.Decide(space, command, Acts.Holder(), Papers.Matrix).Answer.Refusal);
        Assert.Equal(DocumentRefusals.Unknown, Decide(space, command with { UniqueId = "1.2.4" }, Author).Answer.Refusal);
    }

    [Fact]
    public void A_document_is_found_by_the_technical_identity_that_its_sheet_tells()
    {
        var command = new PatchDocument(null, $"urn:uuid:{Papers.Sheet().Id}", [new MetadataEdit.SetArchived(true)], null, AccessContext.Ordinary);

        Assert.Equal(Papers.Sheet().LogicalId, Decide(Space(Papers.Sheet()), command, Author).Answer.Value!.LogicalId);
    }

    [Fact]
    public void To_a_stranger_the_document_is_not_there() =>
        Assert.Equal(DocumentRefusals.Unknown, Patch(Papers.Sheet(), People.Professional(9), new MetadataEdit.SetArchived(true)).Answer.Refusal);

    private static Space Space(DocumentSheet sheet) => Given([.. Events.Activated(), Events.Deposited(sheet)]);

    private static Decision<SpaceEvent, DocumentSheet> Patch(DocumentSheet sheet, Caller by, params MetadataEdit[] edits) =>
        Decide(Space(sheet), new(sheet.LogicalId, null, edits.ToValueList(), null, AccessContext.Ordinary), by);

    private static Decision<SpaceEvent, DocumentSheet> Decide(Space space, PatchDocument command, Caller by) =>
        PatchDocument.Decide(space, command, Acts.By(by), Papers.Matrix);
}
