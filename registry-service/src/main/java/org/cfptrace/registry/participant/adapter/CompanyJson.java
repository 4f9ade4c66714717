package org.cfptrace.registry.participant.adapter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cfptrace.footprint.CorporateNumber;
import org.cfptrace.footprint.Lei;
import org.cfptrace.registry.participant.Company;
import org.cfptrace.registry.participant.Contact;
import org.cfptrace.registry.participant.OtherId;
import org.cfptrace.registry.participant.Role;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A company as JSON: in a request, in an operator's answer, and in the table. */
@Schema(name = "Company")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CompanyJson(
    @Schema(examples = "株式会社青森製鋼") String name,
    @Schema(examples = "カブシキガイシャアオモリセイコウ") @Nullable String nameKana,
    @Schema(examples = "青森県青森市長島一丁目1-1") String address,
    @Schema(examples = "JP", description = "ISO 3166-1 alpha-2") String country,
    @Schema(examples = "7000012050002", description = "法人番号, 13 digits with check digit")
        @Nullable String corporateNumber,
    @Schema(examples = "529900T8BM49AURSDO55", description = "ISO 17442 with check digits")
        @Nullable String lei,
    List<OtherIdJson> otherIds,
    ContactJson contact,
    List<Role> roles) {

  /** A number of another scheme. */
  @Schema(name = "OtherId")
  public record OtherIdJson(
      @Schema(examples = "DUNS") String scheme, @Schema(examples = "690549662") String value) {}

  /** The person to write to. */
  @Schema(name = "Contact")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ContactJson(
      @Schema(examples = "山田 花子") String name,
      @Schema(examples = "yamada@mill.example") String email,
      @Schema(examples = "+81-17-000-0000") @Nullable String phone) {}

  static CompanyJson of(Company company) {
    var contact = company.contact();
    return new CompanyJson(
        company.name(),
        company.nameKana().orElse(null),
        company.address(),
        company.country(),
        company.corporateNumber().map(CorporateNumber::digits).orElse(null),
        company.lei().map(Lei::code).orElse(null),
        company.otherIds().stream().map(id -> new OtherIdJson(id.scheme(), id.value())).toList(),
        new ContactJson(contact.name(), contact.email(), contact.phone().orElse(null)),
        company.roles().stream().sorted().toList());
  }

  Company toCompany() {
    return new Company(
        name,
        Optional.ofNullable(nameKana),
        address,
        country,
        Optional.ofNullable(corporateNumber).map(CorporateNumber::new),
        Optional.ofNullable(lei).map(Lei::new),
        otherIds.stream().map(id -> new OtherId(id.scheme, id.value)).toList(),
        new Contact(contact.name, contact.email, Optional.ofNullable(contact.phone)),
        roles.stream().collect(Collectors.toUnmodifiableSet()));
  }
}
