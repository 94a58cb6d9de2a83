namespace MonEspaceSante.Papers.Pdf;

/// <summary>A piece of text at its place: what stands left of it, in points.</summary>
internal readonly record struct Run(double X, string Text, Face Face, double Size);

/// <summary>A line of a page.</summary>
/// <param name="Y">Its base, in points above the bottom of the page.</param>
/// <param name="Part">The part of the paper that it belongs to, counted from 0; its title is the first.</param>
/// <param name="Runs">What stands on it.</param>
internal sealed record Line(double Y, int Part, IReadOnlyList<Run> Runs);

/// <summary>Places a paper on A4 pages, line by line.</summary>
internal sealed class Layout
{
    /// <summary>Width of A4, in points.</summary>
    public const double PageWidth = 595.28;

    /// <summary>Height of A4, in points.</summary>
    public const double PageHeight = 841.89;

    /// <summary>What stays free on every side.</summary>
    public const double Margin = 62;

    private const double Size = 10.5;
    private const double Spacing = 1.4;
    private const double FactIndent = 190;

    // The window of a French envelope: the address begins 110 mm from the left, 50 mm from the top.
    private const double AddressX = 312;
    private const double AddressHeight = 150;

    private readonly List<List<Line>> _pages = [[]];
    private double _y = PageHeight - Margin;
    private int _part;

    private Layout()
    {
    }

    /// <summary>The lines of each page of <paramref name="paper"/>.</summary>
    public static IReadOnlyList<IReadOnlyList<Line>> Of(Paper paper)
    {
        var layout = new Layout();
        var blocks = paper.Blocks.ToList();
        if (blocks is [PaperBlock.Address address, ..])
        {
            // The address is at its place whatever the title; it is still read after it.
            layout._part = 1;
            layout.Place(address);
            layout._part = 0;
        }

        layout.Wrap(paper.Title, Margin, Face.Bold, 16, before: 0);
        for (var i = 0; i < blocks.Count; i++)
        {
            layout._part = i + 1;
            layout.Add(blocks[i]);
        }

        return layout._pages;
    }

    private void Add(PaperBlock block)
    {
        switch (block)
        {
            case PaperBlock.Heading heading:
                Wrap(heading.Text, Margin, Face.Bold, 12, before: 14);
                break;
            case PaperBlock.Paragraph paragraph:
                Wrap(paragraph.Text, Margin, Face.Regular, Size, before: 9);
                break;
            case PaperBlock.Facts facts:
                foreach (var fact in facts.Items)
                {
                    Wrap(fact.Value, Margin + FactIndent, Face.Regular, Size, before: 5, name: fact.Name);
                }

                break;
            case PaperBlock.Code code:
                Wrap(code.Text, Margin, Face.Code, 22, before: 10);
                break;
            case PaperBlock.NewPage:
                Turn();
                break;
            case PaperBlock.Address:
                // Placed before the title.
                break;
            default:
                throw new InvalidOperationException($"A layout does not know the block {block.GetType().Name}.");
        }
    }

    private void Place(PaperBlock.Address address)
    {
        _y -= 70;
        foreach (var line in address.Lines)
        {
            Put([new(AddressX, WinAnsi.Reduce(line), Face.Regular, Size)], Size);
        }

        _y = PageHeight - Margin - AddressHeight;
    }

    /// <summary>Breaks <paramref name="text"/> into lines between <paramref name="x"/> and the right margin; <paramref name="name"/> stands left of the first.</summary>
    private void Wrap(string text, double x, Face face, double size, double before, string? name = null)
    {
        _y -= before;
        foreach (var line in Break(WinAnsi.Reduce(text), PageWidth - Margin - x, face, size))
        {
            Put(name is null ? [new(x, line, face, size)] : [new(Margin, WinAnsi.Reduce(name), Face.Bold, size), new(x, line, face, size)], size);
            name = null;
        }
    }

    private void Put(IReadOnlyList<Run> runs, double size)
    {
        if (_y - (size * Spacing) < Margin)
        {
            Turn();
        }

        _y -= size * Spacing;
        _pages[^1].Add(new(_y, _part, runs));
    }

    private void Turn()
    {
        _pages.Add([]);
        _y = PageHeight - Margin;
    }

    private static IEnumerable<string> Break(string text, double width, Face face, double size)
    {
        var line = "";
        foreach (var word in text.Split(' ').SelectMany(word => Pieces(word, width, face, size)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && FaceWidths.Of(longer, face, size) > width)
            {
                yield return line;
                longer = word;
            }

            line = longer;
        }

        yield return line;
    }

    /// <summary>A word that is wider than a line (a digest) is cut.</summary>
    private static IEnumerable<string> Pieces(string word, double width, Face face, double size)
    {
        var start = 0;
        for (var end = 1; end <= word.Length; end++)
        {
            if (end - start > 1 && FaceWidths.Of(word[start..end], face, size) > width)
            {
                yield return word[start..(end - 1)];
                start = end - 1;
            }
        }

        yield return word[start..];
    }
}
