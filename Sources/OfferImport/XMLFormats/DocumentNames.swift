/// The names of elements and attributes that a format's reader knows, as the documents write them.
protocol DocumentName: RawRepresentable<String>, Equatable, Sendable {
  /// The attribute that names the currency of a figure.
  static var currencyAttribute: Self? { get }
  /// The attribute that names the unit of a figure.
  static var unitAttribute: Self? { get }
  /// Elements that can't be passed over where they stand in a wrong namespace.
  static var costly: [Self] { get }
}

extension DocumentName {
  static var currencyAttribute: Self? { nil }
  static var unitAttribute: Self? { nil }
  static var costly: [Self] { [] }
}

extension UBLName {
  static var currencyAttribute: UBLName? { .currencyID }
  static var unitAttribute: UBLName? { .unitCode }
  static var costly: [UBLName] {
    [
      .allowanceCharge, .amount, .baseQuantity, .catalogueLine, .freightAllowanceCharge,
      .lineExtensionAmount, .lineItem, .orderableUnitFactorRate, .price, .priceAmount, .quantity,
      .quotationLine, .subLineItem,
    ]
  }
}

/// Names of UBL 2.
enum UBLName: String, DocumentName {
  case actionCode = "ActionCode"
  case allowanceCharge = "AllowanceCharge"
  case allowanceChargeReason = "AllowanceChargeReason"
  case allowanceTotalAmount = "AllowanceTotalAmount"
  case alternativeLineItem = "AlternativeLineItem"
  case amount = "Amount"
  case baseAmount = "BaseAmount"
  case baseQuantity = "BaseQuantity"
  case buyersItemIdentification = "BuyersItemIdentification"
  case catalogueLine = "CatalogueLine"
  case chargeIndicator = "ChargeIndicator"
  case chargeTotalAmount = "ChargeTotalAmount"
  case consignment = "Consignment"
  case currencyID
  case delivery = "Delivery"
  case deliveryTerms = "DeliveryTerms"
  case description = "Description"
  case documentCurrencyCode = "DocumentCurrencyCode"
  case durationMeasure = "DurationMeasure"
  case endDate = "EndDate"
  case extraAllowanceCharge = "ExtraAllowanceCharge"
  case freightAllowanceCharge = "FreightAllowanceCharge"
  case id = "ID"
  case issueDate = "IssueDate"
  case item = "Item"
  case itemPriceExtension = "ItemPriceExtension"
  case lineExtensionAmount = "LineExtensionAmount"
  case lineCountNumeric = "LineCountNumeric"
  case lineItem = "LineItem"
  case lineStatusCode = "LineStatusCode"
  case lineValidityPeriod = "LineValidityPeriod"
  case maximumQuantity = "MaximumQuantity"
  case minimumOrderQuantity = "MinimumOrderQuantity"
  case minimumQuantity = "MinimumQuantity"
  case multiplierFactorNumeric = "MultiplierFactorNumeric"
  case name = "Name"
  case note = "Note"
  case orderableIndicator = "OrderableIndicator"
  case orderableUnitFactorRate = "OrderableUnitFactorRate"
  case party = "Party"
  case partyLegalEntity = "PartyLegalEntity"
  case partyName = "PartyName"
  case payableAmount = "PayableAmount"
  case payableRoundingAmount = "PayableRoundingAmount"
  case paymentTerms = "PaymentTerms"
  case percent = "Percent"
  case prepaidAmount = "PrepaidAmount"
  case price = "Price"
  case priceAmount = "PriceAmount"
  case pricingCurrencyCode = "PricingCurrencyCode"
  case quantity = "Quantity"
  case quotationLine = "QuotationLine"
  case quotedMonetaryTotal = "QuotedMonetaryTotal"
  case registrationName = "RegistrationName"
  case requestForQuotationDocumentReference = "RequestForQuotationDocumentReference"
  case requiredItemLocationQuantity = "RequiredItemLocationQuantity"
  case sellerProposedSubstituteLineItem = "SellerProposedSubstituteLineItem"
  case sellersItemIdentification = "SellersItemIdentification"
  case sellerSupplierParty = "SellerSupplierParty"
  case shipment = "Shipment"
  case specialTerms = "SpecialTerms"
  case standardItemIdentification = "StandardItemIdentification"
  case startDate = "StartDate"
  case subLineItem = "SubLineItem"
  case taxableAmount = "TaxableAmount"
  case taxAmount = "TaxAmount"
  case taxCategory = "TaxCategory"
  case taxExclusiveAmount = "TaxExclusiveAmount"
  case taxIncludedIndicator = "TaxIncludedIndicator"
  case taxInclusiveAmount = "TaxInclusiveAmount"
  case taxSubtotal = "TaxSubtotal"
  case taxTotal = "TaxTotal"
  case totalTaxAmount = "TotalTaxAmount"
  case transactionConditions = "TransactionConditions"
  case unitCode
  case validityPeriod = "ValidityPeriod"
}

/// Names of openTRANS and BMEcat.
enum TradeName: String, DocumentName {
  case address = "ADDRESS"
  case allowOrCharge = "ALLOW_OR_CHARGE"
  case allowOrChargeBase = "ALLOW_OR_CHARGE_BASE"
  case allowOrChargeName = "ALLOW_OR_CHARGE_NAME"
  case allowOrChargeSequence = "ALLOW_OR_CHARGE_SEQUENCE"
  case allowOrChargeType = "ALLOW_OR_CHARGE_TYPE"
  case allowOrChargeValue = "ALLOW_OR_CHARGE_VALUE"
  case allowOrChargesFix = "ALLOW_OR_CHARGES_FIX"
  case allowOrChargesTotalAmount = "ALLOW_OR_CHARGES_TOTAL_AMOUNT"
  case aocMonetaryAmount = "AOC_MONETARY_AMOUNT"
  case aocPercentageFactor = "AOC_PERCENTAGE_FACTOR"
  case article = "ARTICLE"
  case articleDetails = "ARTICLE_DETAILS"
  case articleId = "ARTICLE_ID"
  case articleOrderDetails = "ARTICLE_ORDER_DETAILS"
  case articlePrice = "ARTICLE_PRICE"
  case articlePriceDetails = "ARTICLE_PRICE_DETAILS"
  case buyerAid = "BUYER_AID"
  case buyerIdref = "BUYER_IDREF"
  case buyerPid = "BUYER_PID"
  case catalog = "CATALOG"
  case currency = "CURRENCY"
  case date = "DATE"
  case datetime = "DATETIME"
  case days = "DAYS"
  case descriptionLong = "DESCRIPTION_LONG"
  case descriptionShort = "DESCRIPTION_SHORT"
  case header = "HEADER"
  case internationalAid = "INTERNATIONAL_AID"
  case internationalPid = "INTERNATIONAL_PID"
  case lang
  case lineItemId = "LINE_ITEM_ID"
  case lowerBound = "LOWER_BOUND"
  case mode
  case name = "NAME"
  case orderPartiesReference = "ORDER_PARTIES_REFERENCE"
  case orderUnit = "ORDER_UNIT"
  case parties = "PARTIES"
  case party = "PARTY"
  case partyId = "PARTY_ID"
  case partyRole = "PARTY_ROLE"
  case payment = "PAYMENT"
  case paymentDate = "PAYMENT_DATE"
  case paymentTerms = "PAYMENT_TERMS"
  case priceAmount = "PRICE_AMOUNT"
  case priceBase = "PRICE_BASE"
  case priceBaseFix = "PRICE_BASE_FIX"
  case priceCurrency = "PRICE_CURRENCY"
  case priceFactor = "PRICE_FACTOR"
  case priceLineAmount = "PRICE_LINE_AMOUNT"
  case priceQuantity = "PRICE_QUANTITY"
  case priceType = "price_type"
  case priceUnit = "PRICE_UNIT"
  case priceUnitFactor = "PRICE_UNIT_FACTOR"
  case priceUnitValue = "PRICE_UNIT_VALUE"
  case product = "PRODUCT"
  case productDetails = "PRODUCT_DETAILS"
  case productId = "PRODUCT_ID"
  case productOrderDetails = "PRODUCT_ORDER_DETAILS"
  case productPrice = "PRODUCT_PRICE"
  case productPriceDetails = "PRODUCT_PRICE_DETAILS"
  case productPriceFix = "PRODUCT_PRICE_FIX"
  case quantity = "QUANTITY"
  case quantityMin = "QUANTITY_MIN"
  case quotationDate = "QUOTATION_DATE"
  case quotationHeader = "QUOTATION_HEADER"
  case quotationId = "QUOTATION_ID"
  case quotationInfo = "QUOTATION_INFO"
  case quotationItem = "QUOTATION_ITEM"
  case quotationItemList = "QUOTATION_ITEM_LIST"
  case quotationParties = "QUOTATION_PARTIES"
  case quotationSummary = "QUOTATION_SUMMARY"
  case remarks = "REMARKS"
  case supplierAid = "SUPPLIER_AID"
  case supplierParty = "SUPPLIER_PARTY"
  case supplierPid = "SUPPLIER_PID"
  case tNewCatalog = "T_NEW_CATALOG"
  case tUpdatePrices = "T_UPDATE_PRICES"
  case tUpdateProducts = "T_UPDATE_PRODUCTS"
  case tax = "TAX"
  case taxAmount = "TAX_AMOUNT"
  case taxDetails = "TAX_DETAILS"
  case taxDetailsFix = "TAX_DETAILS_FIX"
  case termsAndConditions = "TERMS_AND_CONDITIONS"
  case territory = "TERRITORY"
  case timeForPayment = "TIME_FOR_PAYMENT"
  case totalAmount = "TOTAL_AMOUNT"
  case totalItemNum = "TOTAL_ITEM_NUM"
  case type
  case validEndDate = "VALID_END_DATE"
  case validStartDate = "VALID_START_DATE"
}

/// Names of XMCDA 2.
enum XMCDAName: String, DocumentName {
  case alternative
  case alternativeID
  case alternativePerformances
  case alternatives
  case boolean
  case criteria
  case criterion
  case criterionID
  case denominator
  case id
  case integer
  case label
  case name
  case notAvailable = "NA"
  case numerator
  case performance
  case performanceTable
  case preferenceDirection
  case quantitative
  case rankedLabel
  case rational
  case real
  case scale
  case value
  case values
}
