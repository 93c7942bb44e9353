/** Something the page asked for that can't be had, with the sentence the person is shown. */
export class Refusal extends Error {
  readonly status: number;

  constructor(status: 400 | 403 | 404, sentence: string) {
    super(sentence);
    this.status = status;
  }
}
