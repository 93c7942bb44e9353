/** What the Slack channel itself says; everything else is worded by the conversation. */
export const wording = {
  pressAgain: 'Press again in a minute.',
  sendCommandAgain: 'Send the command again in a minute.',
  submitAgain: 'What you typed is still here: press the button again in a minute.',
  formTooLate: "Slack didn't open the form in time. Nothing is lost: press again.",
  leftOut: (lines: number) =>
    lines === 1 ? '… 1 more line. Ask for it by message.' : `… ${lines} more lines. Ask for them by message.`,
  fieldsLeftOut: (fields: number) =>
    `… ${fields} more ${fields === 1 ? 'field' : 'fields'} can't be shown here. Write those by message.`,
  optionsLeftOut: (options: number) =>
    `${options} more ${options === 1 ? 'choice' : 'choices'} can't be shown here. Write yours by message.`,
  keptHint: "What is there already can't be shown here. Leave this empty to keep it.",
  noChoices: 'Nothing to choose from.',
  notSaid: 'Not said',
  yes: 'Yes',
  no: 'No',
  startTyping: 'Start typing a name',
  notInTheList: (typed: string) => `Not in the list: “${typed}”`,
  checkThese: 'Check these answers:',
  cancel: 'Cancel',
  close: 'Close',
  appName: 'Rollcall',
  warning: '⚠ Important: ',
  mark: (mark: string) => ` (${mark})`,
  nothing: '–',
  picture: 'Picture from Rollcall',
  pictureLeftOut: (alt: string) => `Picture not shown here: ${alt}`,
} as const;
