namespace MonEspaceSante.Storage.Proofs;

/// <summary>The 256 words of receipts, one for each byte: short French words without accents, told apart by their first four letters.</summary>
internal static class ReceiptWords
{
    /// <summary>The words, in the order of the bytes they stand for.</summary>
    public static readonly string[] All = """
        acier agneau aigle album aloe amande ananas ancre anguille annexe arbre astre atelier atlas aube avion avril azur bague balcon
        banane barque bassin bateau beurre biche bijou billet bison blason bleuet bocal boite bonnet bosquet bouton branche brebis brique
        bronze brume bulle buvard cabane cadran caillou canard carafe casque cave cerise chaise cheval chien cigale ciment citron clairon
        cloche cobalt coffre colline comete copain corail coton cristal cuivre cygne dahlia danse dauphin decor desert dessin diamant
        disque dock domino dragon drapeau eclair ecole ecume edredon eglise elan email engin epaule erable escalier espoir etoile evier
        fable facteur faisan famille farine fauteuil fenetre feuille figue filet flamme fleuve flute foret fourmi fraise fromage fusain
        galet garage gazelle gerbe girafe girouette glacier gomme goudron grain griffe grotte guitare hamac haricot herisson heron hibou
        hiver homard horloge huile humus igloo image indigo iris ivoire jade jardin jasmin jeton jonquille jouet jument kayak kiwi koala
        lagune laine lampe lapin lavande legume lezard lierre lilas lion livre loutre lucarne lune lynx magie mangue marmite melon menthe
        meuble miel minute miroir moineau montagne moulin muguet mule nacre nappe nectar neige noisette nuage oasis ocean oiseau olive
        ombre opale orage orchidee osier ourson outil paille palme panier papillon parfum perle phare piano pinceau pivoine planete plume
        poire pollen portail prairie prune pupitre quartz radis raisin rameau renard rideau rivage rocher ruban ruche safran salade saule
        savon selle sirop soleil soupe statue tambour tapis tempete tigre tomate torche toupie tresse tulipe turbot valise vanille velours
        verger vigne violon voile volcan wagon yacht zebre zeste
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
