/** Where every random draw comes from: named generators of one root seed. */
@NullMarked
package org.taagem.random;

import org.jspecify.annotations.NullMarked;
