using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.Documents;

public class HideDocumentTests
{
    private static readonly DocumentSheet Sheet = Papers.Sheet();

    private static readonly Guid NewId = Ids.Of(Acts.Holder().CommandId, "sheet");

    [Fact]
    public void Hiding_gives_the_sheet_a_new_technical_identity_and_no_other()
    {
        var space = Given([.. Events.Activated(), Events.Deposited(Sheet)]);
        var labels = Labels.Normal | Labels.HiddenFromProfessionals;
        var decision = HideDocument.Decide(space, new(Sheet.LogicalId, true, AccessContext.Ordinary), Acts.Holder(), Papers.Matrix);
        var hidden = decision.Then(new SpaceEvent.DocumentRelabelled(Sheet.LogicalId, NewId, labels, Moments.Now, false));
        Assert.Equal((NewId, Sheet.LogicalId, Sheet.Draft.UniqueId, 2), (hidden.Id, hidden.LogicalId, hidden.Draft.UniqueId, hidden.Version));

        // What is answered is what the fold makes.
        space.Take(decision.Events);
        Assert.True(space.TryFind(NewId, out var kept));
        Assert.Equal(hidden, kept);
        Assert.False(space.TryFind(Sheet.Id, out _));
    }

    [Fact]
    public void The_technical_identity_names_the_document_too() => Assert.NotEmpty(
        HideDocument.Decide(Given([.. Events.Activated(), Events.Deposited(Sheet)]), new(Sheet.Id, true, AccessContext.Ordinary), Acts.Holder(), Papers.Matrix).Events);

    [Fact]
    public void Showing_again_takes_that_label_alone_away()
    {
        var labels = Labels.Restricted | Labels.HiddenFromProfessionals | Labels.WithheldFromGuardians;
        var space = Given([.. Events.Activated(), Events.Deposited(Papers.Sheet(labels: labels))]);
        Assert.Equal(Labels.Restricted | Labels.WithheldFromGuardians,
            HideDocument.Decide(space, new(Sheet.LogicalId, false, AccessContext.Ordinary), Acts.Holder(), Papers.Matrix).Answer.Value!.Draft.Labels);
    }

    [Fact]
    public void What_is_so_already_stays_so() =>
        HideDocument.Decide(Given([.. Events.Activated(), Events.Deposited(Sheet)]), new(Sheet.LogicalId, false, AccessContext.Ordinary), Acts.Holder(), Papers.Matrix).Then();

    [Fact]
    public void Withheld_deleted_and_absent_are_the_same_to_the_holder()
    {
        foreach (var sheet in new[] { Papers.Sheet(labels: Labels.WithheldFromHolder), Papers.Sheet(status: DocumentStatus.Deleted), Papers.Sheet("absent") })
        {
            HideDocument.Decide(Given([.. Events.Activated(), Events.Deposited(sheet)]), new(Sheet.LogicalId, true, AccessContext.Ordinary), Acts.Holder(), Papers.Matrix)
                .ThenRefused(DocumentRefusals.Unknown);
        }
    }
}
