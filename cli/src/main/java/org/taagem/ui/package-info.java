/**
 * The local web page of {@code taagem ui}: runs below a folder, listed, shown while they go on, and compared. It answers this
 * machine alone, changes nothing, and gives out no file as it lies on the disk.
 */
@NullMarked
package org.taagem.ui;

import org.jspecify.annotations.NullMarked;
