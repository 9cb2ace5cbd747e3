// What GitHub answers, with every field that its description promises; `acceptance/actions/github.test.ts` holds it against that.

type Fields = Record<string, unknown>

const time = '2026-01-02T03:04:05Z'
const api = 'https://api.github.com'
const project = `${api}/repos/o/tea`

/** A release of `o/tea`. */
export function wholeRelease(id: number, fields: Fields): Fields {
  const url = `${project}/releases/${id}`
  return {
    ...named(id, url, `https://github.com/o/tea/releases/${id}`),
    assets_url: `${url}/assets`,
    upload_url: `https://uploads.github.com/repos/o/tea/releases/${id}/assets{?name,label}`,
    tarball_url: `${project}/tarball`,
    zipball_url: `${project}/zipball`,
    author: account('ada'),
    assets: [],
    name: null,
    body: null,
    tag_name: '',
    target_commitish: 'main',
    draft: false,
    prerelease: false,
    created_at: time,
    published_at: null,
    ...fields,
  }
}

/** An open pull request of `o/tea`. */
export function wholePull(number: number, fields: Fields): Fields {
  const url = `${project}/pulls/${number}`
  const issue = `${project}/issues/${number}`
  const { head = {}, labels = [], ...more } = fields as { head?: Fields; labels?: Fields[] }
  const html = `https://github.com/o/tea/pull/${number}`
  const pages = {
    comments_url: `${issue}/comments`,
    ...addresses(url, 'commits review_comments review_comment statuses'),
  }
  const links = {
    self: url,
    html,
    issue,
    comments: pages.comments_url,
    ...addresses(url, 'commits review_comments review_comment statuses', ''),
  }
  const end = { label: 'o:main', ref: 'main', repo: repository(), sha: '0'.repeat(40), user: account('o') }
  return {
    ...named(number, url, html),
    ...pages,
    ...{ number, state: 'open', locked: false, title: '', body: null, user: account('ada'), issue_url: issue },
    ...{ diff_url: `${html}.diff`, patch_url: `${html}.patch`, merge_commit_sha: null, merged: false, merged_by: null },
    ...{ created_at: time, updated_at: time, closed_at: null, merged_at: null, assignee: null, milestone: null },
    ...{ additions: 1, deletions: 0, changed_files: 1, commits: 1, comments: 0, review_comments: 0 },
    ...{ mergeable: true, mergeable_state: 'clean', maintainer_can_modify: false, auto_merge: null },
    author_association: 'NONE',
    labels: labels.map((label) => wholeLabel(String(label.name))),
    base: end,
    head: { ...end, ...head },
    _links: Object.fromEntries(Object.entries(links).map(([name, href]) => [name.replace(/_url$/, ''), { href }])),
    ...more,
  }
}

/** A label. */
export function wholeLabel(name: string): Fields {
  return { ...named(1, `${project}/labels/${name}`), name, description: null, color: 'ededed', default: false }
}

/** A file that a pull request changes. */
export function wholeFile(filename: string): Fields {
  const counts = { additions: 1, deletions: 0, changes: 1 }
  return {
    filename,
    sha: '0'.repeat(40),
    status: 'modified',
    ...counts,
    ...addresses('https://github.com/o/tea', 'blob raw contents'),
  }
}

/** A comment on a pull request. */
export function wholeComment(id: number, fields: Fields): Fields {
  const url = `${project}/issues/comments/${id}`
  return {
    ...named(id, url, `https://github.com/o/tea/pull/1#issuecomment-${id}`),
    ...{ issue_url: `${project}/issues/1`, user: account('github-actions[bot]'), created_at: time, updated_at: time },
    ...fields,
  }
}

function account(login: string): Fields {
  const url = `${api}/users/${encodeURIComponent(login)}`
  const names = 'events followers following gists organizations received_events repos starred subscriptions'
  return {
    ...named(1, url, `https://github.com/${encodeURIComponent(login)}`),
    ...addresses(url, names),
    ...{
      login,
      type: 'User',
      site_admin: false,
      gravatar_id: '',
      avatar_url: 'https://avatars.githubusercontent.com/u/1',
    },
  }
}

function repository(): Fields {
  const names = [
    'archive assignees blobs branches collaborators comments commits compare contents contributors deployments downloads events forks',
    'git_commits git_refs git_tags hooks issue_comment issue_events issues keys labels languages merges milestones notifications pulls',
    'releases stargazers statuses subscribers subscription tags teams trees clone git svn',
  ]
  const html = 'https://github.com/o/tea'
  return {
    ...named(1, project, html),
    ...addresses(project, names.join(' ')),
    ...{
      name: 'tea',
      full_name: 'o/tea',
      owner: account('o'),
      private: false,
      fork: false,
      ssh_url: 'git@github.com:o/tea.git',
    },
    ...{ description: null, homepage: null, language: null, license: null, mirror_url: null, default_branch: 'main' },
    ...{ forks: 0, forks_count: 0, open_issues: 0, open_issues_count: 0, size: 0, stargazers_count: 0, watchers: 0 },
    ...{
      watchers_count: 0,
      has_downloads: true,
      has_issues: true,
      has_projects: true,
      has_wiki: true,
      has_pages: false,
    },
    ...{ archived: false, disabled: false, pushed_at: time, created_at: time, updated_at: time },
  }
}

function named(id: number, url: string, html?: string): Fields {
  return { id, node_id: `N_${id}`, url, ...(html !== undefined && { html_url: html }) }
}

/** `{ events_url: … }` for each of some names. */
function addresses(base: string, names: string, suffix = '_url'): Record<string, string> {
  return Object.fromEntries(names.split(' ').map((name) => [`${name}${suffix}`, `${base}/${name}`]))
}
