package org.taagem.testing;

import java.util.Set;
import java.util.TreeSet;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The classes of this module without its tests, read once. */
public final class ProductionClasses {
    public static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.taagem");

    private ProductionClasses() {}

    /** Finds every class that can be made of a type, so that no test forgets a new one. */
    public static Set<String> implementing(Class<?> type) {
        Set<String> names = new TreeSet<>();
        for (JavaClass candidate : ALL) {
            boolean concrete =
                    !candidate.isInterface() && !candidate.getModifiers().contains(JavaModifier.ABSTRACT);
            if (concrete && candidate.isAssignableTo(type)) {
                names.add(candidate.getName());
            }
        }
        return names;
    }
}
