/** Self-contained HTML pages with interactive charts; a report of a run is one of them. */
@NullMarked
package org.taagem.report.html;

import org.jspecify.annotations.NullMarked;
