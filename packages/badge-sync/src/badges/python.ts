import type { Badge } from '../badge.ts'

/** Packages on PyPI and what belongs to Python. Addresses as they were documented on 2026-11-22. */
export const badges: readonly Badge[] = [
  {
    name: 'pypi-version',
    kind: 'version',
    title: 'PyPI version',
    images: ['img.shields.io/pypi/v/:pypi', 'badgen.net/pypi/v/:pypi', 'badge.fury.io/py/:pypi'],
    link: 'https://pypi.org/project/:pypi/',
  },
  {
    name: 'pypi-downloads',
    kind: 'downloads',
    title: 'PyPI downloads',
    images: [
      'img.shields.io/pypi/:interval(dd|dw|dm)/:pypi',
      'static.pepy.tech/:what(badge|personalized-badge)/:pypi[/:interval]',
      'pepy.tech/:what(badge|personalized-badge)/:pypi[/:interval]',
      'img.shields.io/pepy/dt/:pypi',
    ],
    link: 'https://pypi.org/project/:pypi/',
  },
  {
    name: 'pypi-python',
    kind: 'runtime',
    title: 'Supported Python versions',
    images: ['img.shields.io/pypi/pyversions/:pypi', 'badgen.net/pypi/python/:pypi'],
    link: 'https://pypi.org/project/:pypi/',
  },
  {
    name: 'pypi-license',
    kind: 'license',
    title: 'License',
    images: ['img.shields.io/pypi/l/:pypi', 'badgen.net/pypi/license/:pypi'],
    link: 'https://pypi.org/project/:pypi/',
  },
  {
    name: 'pypi-status',
    kind: 'other',
    title: 'Development status',
    images: ['img.shields.io/pypi/:what(status|wheel|format|implementation|types|frameworkversions)/:rest+'],
  },
  {
    name: 'conda',
    kind: 'version',
    title: 'Conda version',
    images: [
      'img.shields.io/conda/:what(v|vn)/:channel/:conda',
      'anaconda.org/:channel/:conda/badges/:what(version|latest_release_date|latest_release_relative_date)',
    ],
    link: 'https://anaconda.org/:channel/:conda',
  },
  {
    name: 'conda-downloads',
    kind: 'downloads',
    title: 'Conda downloads',
    images: ['img.shields.io/conda/:what(d|dn)/:channel/:conda', 'anaconda.org/:channel/:conda/badges/downloads'],
    link: 'https://anaconda.org/:channel/:conda',
  },
  {
    name: 'conda-platforms',
    kind: 'runtime',
    title: 'Conda platforms',
    images: ['img.shields.io/conda/:what(p|pn)/:channel/:conda', 'anaconda.org/:channel/:conda/badges/platforms'],
    link: 'https://anaconda.org/:channel/:conda',
  },
  {
    name: 'pre-commit-ci',
    kind: 'ci',
    title: 'pre-commit.ci status',
    images: ['results.pre-commit.ci/badge/github/:owner/:repo/:branch+'],
    link: 'https://results.pre-commit.ci/latest/github/:owner/:repo/:branch',
  },
  {
    name: 'readthedocs',
    kind: 'documentation',
    title: 'Documentation status',
    images: [
      'readthedocs.org/projects/:docs/badge',
      'app.readthedocs.org/projects/:docs/badge',
      'img.shields.io/readthedocs/:docs[/:version]',
    ],
    link: 'https://:docs.readthedocs.io/',
  },
]
