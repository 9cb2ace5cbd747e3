import type { Badge } from '../badge.ts'

/** Go modules. Addresses as they were documented on 2026-11-22. */
export const badges: readonly Badge[] = [
  {
    name: 'go-reference',
    kind: 'documentation',
    title: 'Go reference',
    images: ['pkg.go.dev/badge/:module+', 'godoc.org/:module+'],
    link: 'https://pkg.go.dev/:module',
  },
  {
    name: 'go-report-card',
    kind: 'quality',
    title: 'Go Report Card',
    images: ['goreportcard.com/badge/:module+'],
    link: 'https://goreportcard.com/report/:module',
  },
]
