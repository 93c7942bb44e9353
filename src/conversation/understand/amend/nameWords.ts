const FILLER =
  /^(?:sorry|no|its?|it's|is|the|his|her|their|name|surname|first|last|should|be|actually|a|an|was|correction|oops|he|she|he's|she's|make|that|thats|that's|i|meant|mean|called|at|in|to|soz|change|family|forename|wait|spelt|spelled)$/i;
/** The words of a phrase that may be names: without "sorry", "it's" and the like. */
export const nameWords = (said: string): string[] =>
  said.match(/\p{L}[\p{L}'’-]*/gu)?.filter((word) => !FILLER.test(word)) ?? [];
