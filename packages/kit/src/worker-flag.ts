/**
 * First argument of a tool that is started as a worker: the bundle is one file, so its workers are started from it, too. Asking Node
 * which thread this is takes it 4 ms.
 */
export const workerFlag = '--in-worker'
