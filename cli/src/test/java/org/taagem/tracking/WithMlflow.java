package org.taagem.tracking;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that needs MLflow servers: its tests and its constructor may take {@link MlflowServers}. Where they cannot be
 * had, and the environment variable {@code TAAGEM_REQUIRE_MLFLOW} is not set, they do not run, and say so.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(MlflowExtension.class)
public @interface WithMlflow {}
