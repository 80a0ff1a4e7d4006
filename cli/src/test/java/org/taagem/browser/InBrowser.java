package org.taagem.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that needs a browser: its tests and its constructor may take a {@link Chromium}. Where there is no browser to
 * be had, and the environment variable {@code TAAGEM_REQUIRE_BROWSER} is not set, they do not run, and say so.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ChromiumExtension.class)
public @interface InBrowser {}
