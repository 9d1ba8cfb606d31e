/** Pages of headings, paragraphs, lists and tables, as Markdown and as HTML; knows nothing of problems. */
@NullMarked
package org.ansatz.report.page;

import org.jspecify.annotations.NullMarked;
