import { registerHooks } from 'node:module'

// GitHub's packages import JSON without saying so, which bundlers take and Node refuses.
registerHooks({
  load: (url, context, next) =>
    next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
})
