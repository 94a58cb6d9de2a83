namespace MonEspaceSante.Fhir.Paths;

/// <summary>What a word of an expression is.</summary>
internal enum PathTokenKind
{
    Name,
    Text,
    Number,
    Moment,
    Variable,
    Symbol,
    End,
}

/// <summary>A word of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The word, without quotes, escapes or the sign that announces it.</param>
/// <param name="Quoted">Whether a name stood between backquotes, so that it is no keyword.</param>
internal readonly record struct PathToken(PathTokenKind Kind, string Text, bool Quoted = false)
{
    public bool IsSymbol(string symbol) => Kind is PathTokenKind.Symbol && Text == symbol;

    public bool IsWord(string word) => Kind is PathTokenKind.Name && !Quoted && Text == word;
}
