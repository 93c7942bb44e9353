/** The results of a run as lines of words and tables, for people. */
export function reportTable({ quick, node, machine, save, slack, teams, service }) {
  const lines = [
    ...(quick ? ['Quick run: it shows that the bench works; its figures say little.'] : []),
    `${machine.processors} processors (${machine.model}), Node ${node}; load ${fixed(machine.loadBefore, 1)} before, ${fixed(machine.loadAfter, 1)} after; the disk keeps 8 kB in ${fixed(machine.syncMs, 2)} ms`,
    ...(save === undefined ? [] : saveLines(save)),
    ...(slack === undefined ? [] : messageLines(slack)),
    ...(teams === undefined ? [] : messageLines(teams)),
    ...(service === undefined ? [] : serviceLines(service)),
  ];
  return `${lines.join('\n')}\n`;
}

function saveLines(save) {
  return [
    '',
    `The whole save, ${save.connections} at once, ${save.rounds} rounds in turns, median; fsync on`,
    ...table([
      ['', 'saves/s', 'slowest', 'fastest', 'p50 ms', 'p99 ms', 'Node CPU ms'],
      ['Rollcall', ...saveCells(save.rollcall)],
      ['same rows by hand', ...saveCells(save.byHand)],
      ['ratio', fixed(save.ratio, 3)],
    ]),
    `One save: ${save.statementsInSave} statements with BEGIN and COMMIT; rows: ${rowWords(save.rowsInSave)}`,
    ...(save.statements ?? []).map((sql, index) => `  ${String(index + 1).padStart(2)} ${sql}`),
  ];
}

function messageLines({ what, yardstick, runs }) {
  return [
    '',
    `${what} to its 200, open loop, from the time it was to be sent`,
    ...table([
      ['', 'per s', 'sent', 'errors', 'p50 ms', 'p99 ms', 'max ms', 'sender late'],
      ...runs.flatMap(({ perSecond, bare, rollcall: ours, ratio, ratioP99 }) => [
        ['Rollcall', String(perSecond), ...messageCells(ours)],
        [yardstick, String(perSecond), ...messageCells(bare)],
        [`ratio (${yardstick} / Rollcall)`, '', '', '', fixed(ratio, 3), fixed(ratioP99, 3)],
      ]),
    ]),
    ...runs.map(({ perSecond, rollcall: ours }) => drainWords(perSecond, ours)),
  ];
}

function serviceLines({ startMs, memoryMb, hour }) {
  const left = hour.leftAfterDrain === 0 ? 'all answered' : `${hour.leftAfterDrain} still waiting`;
  return [
    '',
    `Start to ready: ${fixed(startMs.median / 1000, 2)} s, slowest of ${startMs.starts} ${fixed(startMs.slowest / 1000, 2)} s`,
    `Memory: ${fixed(memoryMb.atRest, 0)} MB at rest; ${fixed(memoryMb.afterwards, 0)} MB after ${hour.messages} messages (an hour is ${hour.officers} officers × ${hour.messagesEach}) at ${hour.perSecond} a second, ${fixed(memoryMb.highest, 0)} MB at most meanwhile; ${hour.errors} refused, ${left}`,
  ];
}

function saveCells({ perSecond, slowestRound, fastestRound, p50, p99, cpuMs }) {
  return [
    fixed(perSecond, 0),
    fixed(slowestRound, 0),
    fixed(fastestRound, 0),
    fixed(p50, 1),
    fixed(p99, 1),
    fixed(cpuMs, 2),
  ];
}

function messageCells({ sent, errors, p50, p99, max, senderLateMs }) {
  return [String(sent), String(errors), fixed(p50, 1), fixed(p99, 1), fixed(max, 1), fixed(senderLateMs, 1)];
}

function drainWords(perSecond, { unreadAtEnd, unsentAtEnd, cardsMeanwhile, drainSeconds, leftAfterDrain }) {
  const rest = leftAfterDrain === 0 ? 'all answered' : `${leftAfterDrain} still waiting`;
  return `At ${perSecond} a second: ${cardsMeanwhile} cards sent meanwhile; then ${unreadAtEnd} messages unread and ${unsentAtEnd} cards unsent; ${rest} ${fixed(drainSeconds, 1)} s later`;
}

function rowWords(rows) {
  const words = Object.entries(rows).map(([name, { inserted, updated }]) => {
    const how = [inserted > 0 ? `${inserted} new` : '', updated > 0 ? `${updated} updated` : ''];
    return `${name} ${how.filter((one) => one !== '').join(' + ')}`;
  });
  return words.join(', ');
}

/** Columns as wide as their widest cell: the first to the left, numbers to the right. */
function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    widths
      .map((width, column) =>
        column === 0 ? (row[0] ?? '').padEnd(width) : (row[column] ?? '').padStart(width),
      )
      .join('  ')
      .trimEnd(),
  );
}

function fixed(number, digits) {
  return Number.isFinite(number) ? number.toFixed(digits) : '-';
}
