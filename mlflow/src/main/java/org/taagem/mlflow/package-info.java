/** Tells an MLflow tracking server of runs, over its REST interface; nothing else knows MLflow. */
@NullMarked
package org.taagem.mlflow;

import org.jspecify.annotations.NullMarked;
