using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Papers;

/// <summary>
/// The letter that tells a person of their space, with the provisional code that opens it (R. 1111-27). A child's goes to the parent on whose card
/// they are.
/// </summary>
/// <param name="Person">Whom the space is for.</param>
/// <param name="Addressee">Who receives the letter: the person, or the parent.</param>
/// <param name="Code">The provisional code, ten characters.</param>
/// <param name="SentAt">When it leaves; the six weeks run from there.</param>
/// <param name="Site">The address of the portal, without a scheme.</param>
public sealed record InformationLetter(HolderSheet Person, HolderSheet Addressee, string Code, DateTimeOffset SentAt, string Site)
{
    /// <summary>The paper.</summary>
    public Paper In(PaperLanguage language)
    {
        var name = Person.FullName();
        return new(language.Of("Votre espace numérique de santé", "Your digital health space"), language,
        [
            new PaperBlock.Address([Addressee.FullName(), .. Addressee.PostalAddress ?? []]),
            new PaperBlock.Paragraph(language.Day(SentAt)),
            new PaperBlock.Paragraph(Person == Addressee
                ? language.Of(
                    "Un espace numérique de santé vous est proposé. Vous y gardez vos documents de santé, et vous décidez qui peut les lire.",
                    "A digital health space is offered to you. You keep your health documents there, and you decide who may read them.")
                : language.Of(
                    $"Un espace numérique de santé est proposé à {name}, qui figure sur votre carte. Si vous représentez légalement cet enfant, c’est à vous de choisir pour lui.",
                    $"A digital health space is offered to {name}, who is listed on your card. If you are this child’s legal representative, the choice is yours.")),
            new PaperBlock.Heading(language.Of("Votre code provisoire", "Your provisional code")),
            new PaperBlock.Code($"{Code[..(CredentialRules.CodeLength / 2)]} {Code[(CredentialRules.CodeLength / 2)..]}"),
            new PaperBlock.Facts(
                new(language.Of("Pour", "For"), name),
                new(language.Of("Numéro de sécurité sociale", "Social security number"), Person.Ins.Masked()),
                new(language.Of("Valable jusqu’au", "Valid until"), language.Day(SentAt + ProvisionalCode.Validity)),
                new(language.Of("À saisir sur", "To be entered on"), Site)),
            new PaperBlock.Paragraph(language.Of(
                "Ce code ne sert qu’une fois. Ne le donnez à personne : aucun professionnel ni aucun conseiller ne vous le demandera. Passé cette date, ou après cinq erreurs, demandez-en un autre sur le site ou au 34 22.",
                "This code works once. Give it to nobody: no professional and no adviser will ask you for it. After that date, or after five mistakes, ask for another on the site or by calling 34 22.")),
            new PaperBlock.Heading(language.Of("Vous ne voulez pas de cet espace ?", "You do not want this space?")),
            new PaperBlock.Paragraph(language.Of(
                $"Vous pouvez vous y opposer jusqu’au {language.Day(SentAt + Space.OppositionWindow)}, sur le site avec ce code, au 34 22, ou au guichet de votre caisse. Sans réponse de votre part, l’espace s’ouvrira à cette date ; vous pourrez l’activer ou le fermer à tout moment.",
                $"You may object until {language.Day(SentAt + Space.OppositionWindow)}, on the site with this code, by calling 34 22, or at the counter of your insurer. If you do not answer, the space opens on that date; you may activate or close it at any time.")),
        ]);
    }
}
