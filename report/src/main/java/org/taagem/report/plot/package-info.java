/** Pictures of charts for papers, drawn without a browser. */
@NullMarked
package org.taagem.report.plot;

import org.jspecify.annotations.NullMarked;
