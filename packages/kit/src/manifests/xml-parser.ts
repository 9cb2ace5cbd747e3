import { Parser as HtmlParser } from 'htmlparser2'

/** htmlparser2's parser, in a module of its own: a dynamic import of the package itself would bundle all of it. */
export const Parser: typeof HtmlParser = HtmlParser
