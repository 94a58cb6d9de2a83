using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Proofs;

namespace MonEspaceSante.Storage.Tests.Proofs;

public sealed class ReceiptTests
{
    [Fact]
    public void The_words_are_256_without_accents_and_told_apart_by_four_letters()
    {
        Assert.Equal(256, ReceiptWords.All.Length);
        Assert.Equal(256, ReceiptWords.All.Select(word => word[..4]).Distinct().Count());
        Assert.All(ReceiptWords.All, word => Assert.Matches("^[a-z]{4,9}$", word));
    }

    [Fact]
    public void No_slip_of_one_letter_makes_another_word() =>
        Assert.All(ReceiptWords.All, word => Assert.DoesNotContain(ReceiptWords.All, other => other != word && IsOneLetterAway(word, other)));

    [Fact]
    public void A_receipt_is_read_as_it_was_written()
    {
        foreach (var chain in Enumerable.Range(0, 500).Select(number => ChainValue.Start(JournalId.Of("receipt", $"{number}"))))
        {
            var written = Receipt.Of(chain);
            Assert.True(Receipt.TryParse(written.ToString(), out var read));
            Assert.Equal((written, 12), (read, written.ToString().Split(' ').Length));
            Assert.True(read.IsOf(Convert.FromHexString(chain.ToString())));
        }
    }

    [Fact]
    public void Nearly_every_word_taken_for_another_is_noticed()
    {
        var words = Receipt.Of(ChainValue.Start(JournalId.Of("receipt", "slip"))).ToString().Split(' ');
        var passed = from place in Enumerable.Range(0, 12)
                     from word in ReceiptWords.All
                     where word != words[place] && Receipt.TryParse(string.Join(' ', [.. words[..place], word, .. words[(place + 1)..]]), out _)
                     select word;

        // One in 256 passes by chance, and is then the receipt of no history.
        Assert.InRange(passed.Count(), 0, 12 * 3);
    }

    private static bool IsOneLetterAway(string one, string other) =>
        one.Length == other.Length ? one.Zip(other).Count(pair => pair.First != pair.Second) == 1
        : Math.Abs(one.Length - other.Length) == 1 && Enumerable.Range(0, Math.Max(one.Length, other.Length))
            .Any(place => (one.Length > other.Length ? one : other).Remove(place, 1) == (one.Length > other.Length ? other : one));
}
