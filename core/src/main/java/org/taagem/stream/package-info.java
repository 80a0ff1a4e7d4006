/** Task streams: which task comes when (schedules) and what it contains (scenarios). */
@NullMarked
package org.taagem.stream;

import org.jspecify.annotations.NullMarked;
