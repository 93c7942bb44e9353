/** What is mutated, by a name to ask for it by, and the tests that have to notice: paths from src and test. */
module.exports = {
  authorise: { source: 'domain/authorise', tests: ['domain/authorise'] },
  findAction: { source: 'conversation/route/findAction', tests: ['conversation/tokens'] },
  mintTokens: { source: 'conversation/outgoing/mintTokens', tests: ['conversation/outgoing/mintTokens'] },
  noteRemoved: { source: 'conversation/inbox/noteRemoved', tests: ['conversation/inbox/takeTurn'] },
  ...Object.fromEntries(
    [
      'claimEvent',
      'createAccounts',
      'createKnowledge',
      'createLanes',
      'createMessageHandler',
      'createOutages',
      'createResponder',
      'takeTurn',
    ].map((name) => [name, { source: `conversation/inbox/${name}`, tests: [`conversation/inbox/${name}`] }]),
  ),
};
