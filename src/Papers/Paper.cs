using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Papers;

/// <summary>A paper that the platform gives to a person: what it says, not how it looks.</summary>
/// <param name="Title">What it is; the first line, and the title of the file.</param>
/// <param name="Language">The language of its sentences, for screen readers.</param>
/// <param name="Blocks">What it says, in reading order.</param>
public sealed record Paper(string Title, PaperLanguage Language, ValueList<PaperBlock> Blocks);

/// <summary>The languages of papers.</summary>
public enum PaperLanguage
{
    /// <summary>French, the language of what has legal effect.</summary>
    French,

    /// <summary>English.</summary>
    English,
}

/// <summary>A part of a paper. A closed family.</summary>
public abstract record PaperBlock
{
    private PaperBlock()
    {
    }

    /// <summary>The title of what follows.</summary>
    public sealed record Heading(string Text) : PaperBlock;

    /// <summary>One or more sentences.</summary>
    public sealed record Paragraph(string Text) : PaperBlock;

    /// <summary>Facts, each with its name.</summary>
    public sealed record Facts(params ValueList<Fact> Items) : PaperBlock;

    /// <summary>A code to be typed elsewhere: large, in letters that are not mistaken for one another.</summary>
    public sealed record Code(string Text) : PaperBlock;

    /// <summary>Where the paper is sent, placed for the window of an envelope; first on its page.</summary>
    public sealed record Address(ValueList<string> Lines) : PaperBlock;

    /// <summary>What follows begins on another page.</summary>
    public sealed record NewPage : PaperBlock;
}

/// <summary>A fact and its name.</summary>
public sealed record Fact(string Name, string Value);
