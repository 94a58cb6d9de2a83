using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Notices;

/// <summary>A notice for somebody else than the holder: who acts for them, or is invited to.</summary>
/// <param name="Space">Whose.</param>
/// <param name="Notice">What they are told.</param>
public sealed record NoticeElsewhere(SpaceId Space, Notice Notice);
