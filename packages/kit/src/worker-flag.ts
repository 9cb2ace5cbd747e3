/** First argument of a tool that is started as the worker that parses. Asking Node which thread this is takes it 4 ms. */
export const workerFlag = '--parse-in-worker'
