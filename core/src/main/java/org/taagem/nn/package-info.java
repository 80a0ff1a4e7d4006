/** Networks, their gradients, and the kernels that compute them. */
@NullMarked
package org.taagem.nn;

import org.jspecify.annotations.NullMarked;
