import { openStore } from '../../../../lti-tool/store/store.ts';

/** A process that opens the store of the given URL and closes it. */
openStore(process.argv[2] ?? '')
  .then((store) => store.close())
  .catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
