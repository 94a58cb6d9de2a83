namespace MonEspaceSante.Domain.Access;

/// <summary>Why somebody could see something, or could not: told to the holder, in their history of accesses.</summary>
/// <param name="English">A sentence.</param>
/// <param name="French">The same in French.</param>
/// <param name="Source">The rule it rests on: article of the public health code, requirement of the DMP, or the platform's own rule.</param>
public sealed record Why(string English, string French, string Source);

/// <summary>The reasons of the decision function, in words.</summary>
public static class AccessReasons
{
    /// <summary>What <paramref name="reason"/> means for the holder.</summary>
    public static Why Why(AccessReason reason) => reason switch
    {
        AccessReason.OwnSpace => new(
            "It is your own space.",
            "C’est votre propre espace.",
            "L. 1111-19 CSP"),
        AccessReason.NotTheirSpace => new(
            "The person was signed in to a space of their own, not to yours.",
            "La personne était connectée à son propre espace, pas au vôtre.",
            "L. 1111-19 CSP"),
        AccessReason.SpaceNotOpen => new(
            "Your space was not open: not yet, no longer, or you had objected to it.",
            "Votre espace n’était pas ouvert : pas encore, plus, ou vous vous y étiez opposé.",
            "L. 1111-13-1 CSP"),
        AccessReason.OldRecord => new(
            "You had objected to your space; what your former shared record (DMP) held stays readable for your care during a transition.",
            "Vous vous étiez opposé à votre espace ; le contenu de votre ancien DMP reste consultable pour vos soins pendant une transition.",
            "the platform's own rule"),
        AccessReason.AttendingDoctor => new(
            "This is your attending doctor, as declared to your health insurance: they see your whole record.",
            "C’est votre médecin traitant, déclaré à l’assurance maladie : il voit tout votre dossier.",
            "L. 1111-16 and R. 1111-43 CSP"),
        AccessReason.Authorised => new(
            "An authorisation that you gave, or that was recorded for you, was valid.",
            "Une autorisation que vous aviez donnée, ou qui avait été enregistrée pour vous, était valable.",
            "R. 1111-46 CSP"),
        AccessReason.ConsentDeclared => new(
            "The professional stated that you had given them your consent.",
            "Le professionnel a déclaré avoir recueilli votre consentement.",
            "R. 1111-46 CSP"),
        AccessReason.CareTeamDeclared => new(
            "The professional stated that they belong to your care team, to which your consent is deemed given.",
            "Le professionnel a déclaré appartenir à votre équipe de soins, pour laquelle votre consentement est réputé donné.",
            "L. 1110-12 and R. 1111-46 CSP"),
        AccessReason.NotAuthorised => new(
            "The professional had no authorisation and did not state that you had consented.",
            "Le professionnel n’avait pas d’autorisation et n’a pas déclaré votre consentement.",
            "R. 1111-46 CSP"),
        AccessReason.Blocked => new(
            "You had blocked this professional or their structure.",
            "Vous aviez bloqué ce professionnel ou sa structure.",
            "R. 1111-46 CSP"),
        AccessReason.RegulationCentre => new(
            "An emergency call centre handled a call about you, and you allow these centres to come in.",
            "Un centre de régulation des urgences traitait un appel vous concernant, et vous autorisez ces centres.",
            "L. 1111-17 I CSP"),
        AccessReason.RegulationCentreRefused => new(
            "You do not allow emergency call centres to come in.",
            "Vous n’autorisez pas les centres de régulation des urgences.",
            "L. 1111-17 I CSP"),
        AccessReason.NotARegulationCentre => new(
            "The professional asked as the doctor of an emergency call centre without being one.",
            "Le professionnel a demandé l’accès du médecin d’un centre de régulation sans l’être.",
            "L. 1111-17 I CSP"),
        AccessReason.GlassBroken => new(
            "The professional stated an emergency in which you could not express your will, and you allow such accesses.",
            "Le professionnel a déclaré une urgence où vous ne pouviez exprimer votre volonté, et vous autorisez ces accès.",
            "L. 1111-17 I and R. 1111-48 CSP"),
        AccessReason.GlassRefused => new(
            "The professional stated an emergency, but you do not allow such accesses.",
            "Le professionnel a déclaré une urgence, mais vous n’autorisez pas ces accès.",
            "L. 1111-17 I CSP"),
        AccessReason.GlassWithoutReason => new(
            "The professional stated an emergency without saying why.",
            "Le professionnel a déclaré une urgence sans en donner le motif.",
            "L. 1111-17 I CSP"),
        AccessReason.NobodyIdentified => new(
            "A structure's software asked without saying for whom: it may add documents, not read them.",
            "Le logiciel d’une structure a demandé sans dire pour qui : il peut ajouter des documents, pas en lire.",
            "DMP EX_AIR-085"),
        AccessReason.NotAProfessional => new(
            "The person is not a health professional: they may add documents, not read them.",
            "La personne n’est pas un professionnel de santé : elle peut ajouter des documents, pas en lire.",
            "PDSm for DMP, TD3.1b"),
        AccessReason.NotAPerson => new(
            "A component of the platform asked: none may read your data.",
            "Un composant de la plateforme a demandé : aucun ne peut lire vos données.",
            "Rule of the platform"),
        AccessReason.OwnDeposit => new(
            "The professional, or their structure, had added this document to your record.",
            "Le professionnel, ou sa structure, avait ajouté ce document à votre dossier.",
            "R. 1111-49 CSP"),
        AccessReason.WithinMatrix => new(
            "The access matrix lets this profession read this type of document.",
            "La matrice d’habilitation permet à cette profession de lire ce type de document.",
            "Order of 26 October 2023, R. 1111-46 CSP"),
        AccessReason.OutsideMatrix => new(
            "The access matrix does not let this profession read this type of document.",
            "La matrice d’habilitation ne permet pas à cette profession de lire ce type de document.",
            "Order of 26 October 2023, R. 1111-46 CSP"),
        AccessReason.Hidden => new(
            "You had hidden this document from professionals.",
            "Vous aviez masqué ce document aux professionnels.",
            "R. 1111-49 CSP"),
        AccessReason.HiddenOpenedInEmergency => new(
            "You had hidden this document, but you allow hidden documents to be opened in an emergency.",
            "Vous aviez masqué ce document, mais vous autorisez l’ouverture des documents masqués en urgence.",
            "L. 1111-17 I and R. 1111-49 CSP"),
        AccessReason.WithheldFromHolder => new(
            "A professional withholds this document until they have told you of it in a consultation.",
            "Un professionnel réserve ce document jusqu’à ce qu’il vous l’ait annoncé en consultation.",
            "PDSm for DMP, TD3.3b"),
        AccessReason.Deleted => new(
            "The document had been deleted by its author.",
            "Le document avait été supprimé par son auteur.",
            "PDSm for DMP, TD3.3c"),
        AccessReason.MinorsOwnSpace => new(
            "It is your own space; until you come of age, it shows what your legal representatives see.",
            "C’est votre propre espace ; jusqu’à votre majorité, il montre ce que voient vos représentants légaux.",
            "R. 1111-33 CSP and rule of the platform"),
        AccessReason.Representative => new(
            "This person is your legal representative.",
            "Cette personne est votre représentant légal.",
            "L. 1111-2 and R. 1111-33 CSP"),
        AccessReason.NotARepresentative => new(
            "This person was not, or was no longer, your legal representative.",
            "Cette personne n’était pas, ou n’était plus, votre représentant légal.",
            "L. 1111-2 CSP"),
        AccessReason.Carer => new(
            "You had delegated access to this carer, for a time that had not ended.",
            "Vous aviez délégué l’accès à cet aidant, pour une durée qui n’était pas écoulée.",
            "L. 1111-13-1 CSP"),
        AccessReason.NotACarer => new(
            "No delegation to this person held: there was none, it had not begun, or it had ended.",
            "Aucune délégation à cette personne n’était en cours : il n’y en avait pas, elle n’avait pas commencé ou elle avait pris fin.",
            "L. 1111-13-1 CSP"),
        AccessReason.WithheldFromGuardians => new(
            "The document is withheld from legal representatives.",
            "Le document n’est pas visible des représentants légaux.",
            "R. 1111-33 CSP"),
        AccessReason.Administrator => new(
            "You had named this doctor administrator of your record: they come in, and see hidden documents too.",
            "Vous aviez désigné ce médecin administrateur de votre dossier : il y accède, et voit aussi les documents masqués.",
            "L. 1110-12 CSP and rule of the record"),
        AccessReason.NamedByHolder => new(
            "You had named this professional your referent midwife or your correspondent pharmacist.",
            "Vous aviez désigné ce professionnel comme sage-femme référente ou pharmacien correspondant.",
            "L. 1110-12 CSP"),
        AccessReason.Author => new(
            "The professional is an author of this document.",
            "Le professionnel est un auteur de ce document.",
            "R. 1111-49 CSP"),
        AccessReason.Insurer => new(
            "The person worked for an insurer or a mutual: they never come in, even if you agree.",
            "La personne travaillait pour un assureur ou une mutuelle : ils n’accèdent jamais à votre espace, même avec votre accord.",
            "L. 1111-18 CSP"),
        AccessReason.OccupationalConsent => new(
            "You had authorised this occupational doctor by name.",
            "Vous aviez autorisé nommément ce médecin du travail.",
            "L. 1111-17 IV CSP"),
        AccessReason.OccupationalWithoutConsent => new(
            "Somebody of an occupational health service asked; you had not authorised this doctor by name.",
            "Une personne d’un service de santé au travail a demandé ; vous n’aviez pas autorisé nommément ce médecin.",
            "L. 1111-17 IV CSP"),
        AccessReason.VouchedElsewhere => new(
            "The software of one structure asked for a professional of another.",
            "Le logiciel d’une structure a demandé au nom d’un professionnel d’une autre.",
            "EX_AIR-085"),
        AccessReason.BeyondProxy => new(
            "This person may act for you, but not in this.",
            "Cette personne peut agir pour vous, mais pas en cela.",
            "L. 1111-13-1 CSP and rule of the platform"),
        AccessReason.CounterHelp => new(
            "An agent of a counter helped you to activate your space, and was shown nothing of it.",
            "Un agent d’un guichet vous a aidé à activer votre espace, et n’en a rien vu.",
            "Rule of the platform"),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "No such reason."),
    };
}
