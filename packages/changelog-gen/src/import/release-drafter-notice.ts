/**
 * What release-drafter 7 puts into a release before which it finds none, so that whoever changes over gets the same text. It stands in
 * the config then, to be kept or not. (github.com/release-drafter, ISC licence, Copyright (c) 2018 Tim Lucas)
 */
export const firstNotice = `
---
> [!WARNING]
> Release Drafter could not find a previous **published release** for \`$OWNER/$REPOSITORY\`. This draft was created **without a comparison baseline**.

> [!IMPORTANT]
> Treat this draft as a manual starting point.
> Review the proposed version, tag, and notes before publishing.

If you did not expect this to happen, [open an issue](https://github.com/release-drafter/release-drafter/issues/new?template=previous-published-release-not-found.yml).

---
`
