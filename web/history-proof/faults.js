// What can be wrong with a history proof, in words. Codes and sentences are those of the verifier of `mes`.

const sentences = {
  version: () => [
    'This history proof is of a version that this verifier does not know.',
    'Cette preuve d’historique est d’une version que ce vérificateur ne connaît pas.'],
  sequence: (entry) => [`Entry ${entry} is missing, repeated or out of place.`, `L’entrée ${entry} manque, est répétée ou n’est pas à sa place.`],
  time: (entry) => [`Entry ${entry} is dated before the one it follows.`, `L’entrée ${entry} est datée d’avant celle qu’elle suit.`],
  body: (entry) => [
    `The text of entry ${entry} is not the one that was recorded.`,
    `Le texte de l’entrée ${entry} n’est pas celui qui a été enregistré.`],
  chain: (entry) => [
    `Entry ${entry} does not follow: it was changed, or something before it was.`,
    `L’entrée ${entry} ne fait pas suite : elle a été modifiée, ou quelque chose avant elle.`],
  head: (entry) => [
    `The history should end with entry ${entry}, and does not: entries are missing at the end, or were added.`,
    `L’historique devrait finir à l’entrée ${entry}, et ce n’est pas le cas : il manque des entrées à la fin, ou il en est ajouté.`],
  key: () => ['This history is signed by another key than the one expected.', 'Cet historique est signé par une autre clé que celle attendue.'],
  'head-signature': () => ['The platform did not sign this end of the history.', 'La plateforme n’a pas signé cette fin d’historique.'],
  night: (entry) => [
    `Entry ${entry} is not the one that was signed at night: the history was rewritten before it.`,
    `L’entrée ${entry} n’est pas celle qui a été signée la nuit : l’historique a été réécrit avant elle.`],
  'night-signature': () => [
    'The platform did not sign what is said of the night.',
    'La plateforme n’a pas signé ce qui est dit de la nuit.'],
  'receipt-unreadable': () => [
    'This is not a receipt: twelve words of the list, the last of which checks the others.',
    'Ce n’est pas un reçu : douze mots de la liste, dont le dernier contrôle les autres.'],
  receipt: () => [
    'No entry of this history matches the receipt: the history was rewritten or cut off before it.',
    'Aucune entrée de cet historique ne correspond au reçu : l’historique a été réécrit ou coupé avant lui.'],
  unreadable: (entry) => entry === null
    ? ['This file is not a history proof, or it is damaged.', 'Ce fichier n’est pas une preuve d’historique, ou il est abîmé.']
    : [`Entry ${entry} is not written as the format says.`, `L’entrée ${entry} n’est pas écrite comme le format le prévoit.`],
};

/** The first thing that does not fit: its stable code, the entry where it shows (null where it is about the whole), and both sentences. */
export function fault(code, entry = null) {
  const [english, french] = sentences[code](entry);
  return { code, entry, english, french };
}
