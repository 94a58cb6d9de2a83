namespace MonEspaceSante.Papers.Pdf;

/// <summary>What a part of a paper is, for whoever reads it aloud.</summary>
/// <param name="Number">Its object.</param>
/// <param name="Tag">Heading, paragraph or list (ISO 32000-1, 14.8.4).</param>
internal sealed record StructureElement(int Number, string Tag)
{
    /// <summary>Where its content stands: page and mark.</summary>
    public List<(int Page, int Mark)> Content { get; } = [];
}

/// <summary>The reading order of a file: documents, and in each of them its parts.</summary>
internal sealed class StructureTree(PdfObjects file)
{
    private readonly int _root = file.Reserve();
    private readonly List<(int Number, string Language, IReadOnlyList<StructureElement> Elements)> _documents = [];
    private readonly List<(int Page, List<int> Marked)> _pages = [];

    /// <summary>An element for the title of <paramref name="paper"/>, then one for each of its blocks.</summary>
    public IReadOnlyList<StructureElement> ElementsOf(Paper paper, string language)
    {
        var number = file.Reserve();
        IReadOnlyList<StructureElement> elements = [new(file.Reserve(), "H1"), .. paper.Blocks.Select(block => new StructureElement(file.Reserve(), TagOf(block)))];
        _documents.Add((number, language, elements));
        return elements;
    }

    /// <summary>What follows stands on <paramref name="page"/>; answers under which number the page finds its elements.</summary>
    public int BeginPage(int page)
    {
        _pages.Add((page, []));
        return _pages.Count - 1;
    }

    /// <summary>The number of the next mark of the page, which belongs to <paramref name="element"/>.</summary>
    public int Mark(StructureElement element)
    {
        var (page, marked) = _pages[^1];
        marked.Add(element.Number);
        element.Content.Add((page, marked.Count - 1));
        return marked.Count - 1;
    }

    /// <summary>Writes it down, and answers the number of its root.</summary>
    public int Write()
    {
        foreach (var (number, language, elements) in _documents)
        {
            foreach (var element in elements)
            {
                var content = string.Join(' ', element.Content.Select(mark => $"<< /Type /MCR /Pg {mark.Page} 0 R /MCID {mark.Mark} >>"));
                file.Set(element.Number, $"<< /Type /StructElem /S /{element.Tag} /P {number} 0 R /K [{content}] >>");
            }

            file.Set(number,
                $"<< /Type /StructElem /S /Document /P {_root} 0 R /Lang ({language}) /K [{References(elements.Select(element => element.Number))}] >>");
        }

        var pages = string.Join(' ', _pages.Select((page, number) => $"{number} [{References(page.Marked)}]"));
        file.Set(_root, $"<< /Type /StructTreeRoot /K [{References(_documents.Select(document => document.Number))}] /ParentTree << /Nums [{pages}] >> >>");
        return _root;
    }

    private static string References(IEnumerable<int> numbers) => string.Join(' ', numbers.Select(number => $"{number} 0 R"));

    private static string TagOf(PaperBlock block) => block is PaperBlock.Heading ? "H2" : "P";
}
