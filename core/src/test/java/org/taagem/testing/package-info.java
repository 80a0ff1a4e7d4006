/** What tests of several packages share. */
@NullMarked
package org.taagem.testing;

import org.jspecify.annotations.NullMarked;
