/** Images in folders, one folder for each class, and in IDX files. */
@NullMarked
package org.taagem.datasets.images;

import org.jspecify.annotations.NullMarked;
