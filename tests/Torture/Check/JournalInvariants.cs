namespace MonEspaceSante.Torture.Check;

/// <summary>What holds of each journal by itself.</summary>
internal static class JournalInvariants
{
    /// <summary>I1: the entries are numbered 1, 2, 3… without gap.</summary>
    public static IEnumerable<string> SequencesHaveNoGap(Evidence evidence) =>
        from journal in evidence.Journals
        from pair in journal.Entries.Select((entry, index) => (entry, Expected: index + 1L))
        where pair.entry.Sequence != pair.Expected
        select $"journal {journal.Id}: entry {pair.entry.Sequence} stands where {pair.Expected} should";

    /// <summary>I2: every link of every chain verifies, and no journal has lost an end that it had.</summary>
    public static IEnumerable<string> ChainsVerify(Evidence evidence) =>
        from journal in evidence.Journals
        where journal.Fault is not null
        select $"journal {journal.Id}: {journal.Fault}";

    /// <summary>I10: an activation that another has followed never writes again.</summary>
    public static IEnumerable<string> ActivationsDoNotInterleave(Evidence evidence)
    {
        foreach (var journal in evidence.Journals)
        {
            var over = new HashSet<Guid>();
            for (var block = 1; block < journal.Blocks.Count; block++)
            {
                if (journal.Blocks[block] != journal.Blocks[block - 1])
                {
                    over.Add(journal.Blocks[block - 1]);
                }

                if (over.Contains(journal.Blocks[block]))
                {
                    yield return $"journal {journal.Id}: block {block} is of an activation that another has followed";
                }
            }
        }
    }
}
