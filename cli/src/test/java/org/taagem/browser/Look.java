package org.taagem.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;

/** What a page is looked at with. */
public enum Look {
    /** A screen, light. */
    DESKTOP(1280, 900, ColorScheme.LIGHT),
    /** A screen, dark. */
    DARK(1280, 900, ColorScheme.DARK),
    /** A telephone, light. */
    PHONE(390, 844, ColorScheme.LIGHT),
    /** A telephone, dark. */
    DARK_PHONE(390, 844, ColorScheme.DARK);

    private final int width;
    private final int height;
    private final ColorScheme scheme;

    Look(int width, int height, ColorScheme scheme) {
        this.width = width;
        this.height = height;
        this.scheme = scheme;
    }

    NewContextOptions options() {
        return new NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setHasTouch(isPhone())
                .setIsMobile(isPhone())
                .setLocale("en-GB")
                .setTimezoneId("UTC")
                .setAcceptDownloads(true);
    }

    /**
     * Returns whether it is narrow and touched rather than pointed at.
     *
     * @return whether it is a telephone
     */
    public boolean isPhone() {
        return this == PHONE || this == DARK_PHONE;
    }
}
