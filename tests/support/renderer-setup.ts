import { configure } from '@testing-library/react';

// A busy machine is slow, not wrong: what is waited for may take its time, within the test's own limit.
configure({ asyncUtilTimeout: 15_000 });
