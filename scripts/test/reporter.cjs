const { reporters, Runner } = require('mocha');

/** Mocha's spec report with a closing line that scripts can read. */
class SpecWithTotals extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = runner.stats;
      // A test that leaves something open must not keep the run from ending.
      setTimeout(() => {
        console.error('A test left something open: the run is ended a minute after its last test.');
        process.exit(1);
      }, 60_000).unref();
      console.log(`\n${passes} passed, ${failures} failed${pending > 0 ? `, ${pending} skipped` : ''}`);
    });
  }
}
module.exports = SpecWithTotals;
