// Loaded before a child's own program (node --import): asks it to end when the pipe to the bench closes.
process.stdin.resume();
process.stdin.once('close', () => process.kill(process.pid, 'SIGTERM'));
