/** Pages in a real browser, for tests. */
@NullMarked
package org.taagem.browser;

import org.jspecify.annotations.NullMarked;
