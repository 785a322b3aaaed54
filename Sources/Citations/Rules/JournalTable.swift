/// Journals that wound care, podiatry, dermatology, rheumatology, vascular medicine, diabetes, surgery and general medicine cite.
enum JournalTable {
  /// A line each: NLM abbreviation, full title, numbering (b: volume and issue, v: volume only, i: issue only), DOI since (empty: none).
  ///
  /// Abbreviations and titles as in the NLM Catalog. The year of the first DOI is that of the oldest articles for which the publisher
  /// registered one, to the decade where it reaches back before the journal was online.
  static let text = """
    Acta Derm Venereol|Acta Dermato-Venereologica|b|1995
    Adv Skin Wound Care|Advances in Skin & Wound Care|b|2000
    Adv Wound Care (New Rochelle)|Advances in Wound Care|b|2012
    Am Fam Physician|American Family Physician|b|
    Am J Clin Dermatol|American Journal of Clinical Dermatology|b|2000
    Am J Dermatopathol|The American Journal of Dermatopathology|b|1979
    Am J Med|The American Journal of Medicine|b|1946
    Am J Med Sci|The American Journal of the Medical Sciences|b|1827
    AJR Am J Roentgenol|American Journal of Roentgenology|b|1976
    Am J Sports Med|The American Journal of Sports Medicine|b|1976
    Am J Surg|The American Journal of Surgery|b|1926
    Am Surg|The American Surgeon|b|2010
    Ann Intern Med|Annals of Internal Medicine|b|1927
    Ann Plast Surg|Annals of Plastic Surgery|b|1978
    Ann Rheum Dis|Annals of the Rheumatic Diseases|b|1939
    Ann Surg|Annals of Surgery|b|1885
    Ann Vasc Surg|Annals of Vascular Surgery|b|1986
    Arch Dermatol|Archives of Dermatology|b|1960
    Arch Dermatol Res|Archives of Dermatological Research|b|1975
    Arch Intern Med|Archives of Internal Medicine|b|1908
    Arch Orthop Trauma Surg|Archives of Orthopaedic and Trauma Surgery|b|1979
    Arch Surg|Archives of Surgery|b|1920
    Arthritis Care Res (Hoboken)|Arthritis Care & Research|b|1988
    Arthritis Res Ther|Arthritis Research & Therapy|b|2003
    Arthritis Rheum|Arthritis and Rheumatism|b|1958
    Arthritis Rheumatol|Arthritis & Rheumatology|b|2014
    Autoimmun Rev|Autoimmunity Reviews|b|2002
    BMC Dermatol|BMC Dermatology|v|2001
    BMC Musculoskelet Disord|BMC Musculoskeletal Disorders|v|2000
    BMJ|British Medical Journal|b|1840
    BMJ Case Rep|BMJ Case Reports|b|2008
    BMJ Open|BMJ Open|b|2011
    Biomaterials|Biomaterials|b|1980
    Bone Joint J|The Bone & Joint Journal|b|2013
    Br J Dermatol|British Journal of Dermatology|b|1888
    Br J Surg|British Journal of Surgery|b|1913
    Burns|Burns|b|1974
    CMAJ|Canadian Medical Association Journal|b|2000
    Cardiovasc Intervent Radiol|CardioVascular and Interventional Radiology|b|1978
    Circulation|Circulation|b|1950
    Clin Dermatol|Clinics in Dermatology|b|1983
    Clin Exp Dermatol|Clinical and Experimental Dermatology|b|1976
    Clin Exp Rheumatol|Clinical and Experimental Rheumatology|b|2019
    Clin Infect Dis|Clinical Infectious Diseases|b|1992
    Clin Orthop Relat Res|Clinical Orthopaedics and Related Research|i|1990
    Clin Plast Surg|Clinics in Plastic Surgery|b|1974
    Clin Podiatr Med Surg|Clinics in Podiatric Medicine and Surgery|b|1986
    Clin Rheumatol|Clinical Rheumatology|b|1982
    Cochrane Database Syst Rev|Cochrane Database of Systematic Reviews|b|1996
    Cureus|Cureus|b|2009
    Curr Opin Rheumatol|Current Opinion in Rheumatology|b|1989
    Curr Rheumatol Rep|Current Rheumatology Reports|b|1999
    Cutis|Cutis|b|2018
    Dermatol Clin|Dermatologic Clinics|b|1983
    Dermatol Online J|Dermatology Online Journal|b|1995
    Dermatol Surg|Dermatologic Surgery|b|1995
    Dermatol Ther|Dermatologic Therapy|b|2000
    Dermatology|Dermatology|b|1992
    Diabet Foot Ankle|Diabetic Foot & Ankle|b|2010
    Diabet Med|Diabetic Medicine|b|1984
    Diabetes|Diabetes|b|1952
    Diabetes Care|Diabetes Care|b|1978
    Diabetes Metab Res Rev|Diabetes/Metabolism Research and Reviews|b|1999
    Diabetes Res Clin Pract|Diabetes Research and Clinical Practice|b|1985
    Diabetologia|Diabetologia|b|1965
    Eur J Dermatol|European Journal of Dermatology|b|2006
    Eur J Vasc Endovasc Surg|European Journal of Vascular and Endovascular Surgery|b|1987
    Exp Dermatol|Experimental Dermatology|b|1992
    Foot (Edinb)|The Foot|b|1991
    Foot Ankle Clin|Foot and Ankle Clinics|b|2001
    Foot Ankle Int|Foot & Ankle International|b|1980
    Foot Ankle Orthop|Foot & Ankle Orthopaedics|b|2016
    Foot Ankle Spec|Foot & Ankle Specialist|b|2008
    Foot Ankle Surg|Foot and Ankle Surgery|b|1994
    Front Immunol|Frontiers in Immunology|v|2010
    Front Med (Lausanne)|Frontiers in Medicine|v|2014
    Hypertension|Hypertension|b|1979
    Int J Dermatol|International Journal of Dermatology|b|1964
    Int J Low Extrem Wounds|The International Journal of Lower Extremity Wounds|b|2002
    Int J Mol Sci|International Journal of Molecular Sciences|b|2000
    Int J Surg Case Rep|International Journal of Surgery Case Reports|v|2010
    Int Wound J|International Wound Journal|b|2004
    J Am Acad Dermatol|Journal of the American Academy of Dermatology|b|1979
    J Am Acad Orthop Surg|Journal of the American Academy of Orthopaedic Surgeons|b|1993
    J Am Coll Cardiol|Journal of the American College of Cardiology|b|1983
    J Am Coll Surg|Journal of the American College of Surgeons|b|1997
    J Am Podiatr Med Assoc|Journal of the American Podiatric Medical Association|b|1985
    J Bone Joint Surg Am|The Journal of Bone and Joint Surgery. American Volume|b|1990
    J Bone Joint Surg Br|The Journal of Bone and Joint Surgery. British Volume|b|1948
    J Clin Endocrinol Metab|The Journal of Clinical Endocrinology & Metabolism|b|1941
    J Clin Invest|Journal of Clinical Investigation|b|1924
    J Cutan Pathol|Journal of Cutaneous Pathology|b|1974
    J Dermatol|The Journal of Dermatology|b|1974
    J Dermatolog Treat|Journal of Dermatological Treatment|b|1989
    J Diabetes Complications|Journal of Diabetes and Its Complications|b|1992
    J Diabetes Res|Journal of Diabetes Research|v|2013
    J Drugs Dermatol|Journal of Drugs in Dermatology|b|2019
    J Endovasc Ther|Journal of Endovascular Therapy|b|2000
    J Eur Acad Dermatol Venereol|Journal of the European Academy of Dermatology and Venereology|b|1992
    J Foot Ankle Res|Journal of Foot and Ankle Research|b|2008
    J Foot Ankle Surg|The Journal of Foot and Ankle Surgery|b|1993
    J Hand Surg Am|The Journal of Hand Surgery|b|1976
    J Infect Dis|The Journal of Infectious Diseases|b|1904
    J Invest Dermatol|Journal of Investigative Dermatology|b|1938
    J Med Case Rep|Journal of Medical Case Reports|b|2007
    J Orthop Res|Journal of Orthopaedic Research|b|1983
    J Orthop Trauma|Journal of Orthopaedic Trauma|b|1987
    J Plast Reconstr Aesthet Surg|Journal of Plastic, Reconstructive & Aesthetic Surgery|b|2006
    J Rheumatol|The Journal of Rheumatology|b|2008
    J Scleroderma Relat Disord|Journal of Scleroderma and Related Disorders|b|2016
    J Tissue Viability|Journal of Tissue Viability|b|1991
    J Trauma Acute Care Surg|Journal of Trauma and Acute Care Surgery|b|2012
    J Vasc Interv Radiol|Journal of Vascular and Interventional Radiology|b|1990
    J Vasc Surg|Journal of Vascular Surgery|b|1984
    J Vasc Surg Venous Lymphat Disord|Journal of Vascular Surgery: Venous and Lymphatic Disorders|b|2013
    J Wound Care|Journal of Wound Care|b|1992
    J Wound Ostomy Continence Nurs|Journal of Wound, Ostomy and Continence Nursing|b|1994
    JAAD Case Rep|JAAD Case Reports|v|2015
    JAMA|Journal of the American Medical Association|b|1883
    JAMA Dermatol|JAMA Dermatology|b|2013
    JAMA Intern Med|JAMA Internal Medicine|b|2013
    JAMA Netw Open|JAMA Network Open|b|2018
    JAMA Surg|JAMA Surgery|b|2013
    JBJS Case Connect|JBJS Case Connector|b|2011
    Joint Bone Spine|Joint Bone Spine|b|2000
    Lancet|The Lancet|b|1823
    Lancet Diabetes Endocrinol|The Lancet Diabetes & Endocrinology|b|2013
    Lancet Rheumatol|The Lancet Rheumatology|b|2019
    Mayo Clin Proc|Mayo Clinic Proceedings|b|1964
    Medicine (Baltimore)|Medicine|b|1922
    N Engl J Med|The New England Journal of Medicine|b|1812
    Nat Rev Dis Primers|Nature Reviews Disease Primers|v|2015
    Nat Rev Rheumatol|Nature Reviews Rheumatology|b|2009
    Nurs Stand|Nursing Standard|b|1987
    Orthopedics|Orthopedics|b|1978
    Ostomy Wound Manage|Ostomy/Wound Management|b|2018
    PLoS Med|PLoS Medicine|b|2004
    PLoS One|PLoS ONE|b|2006
    Pediatr Dermatol|Pediatric Dermatology|b|1983
    Plast Reconstr Surg|Plastic and Reconstructive Surgery|b|1946
    Plast Reconstr Surg Glob Open|Plastic and Reconstructive Surgery Global Open|b|2013
    QJM|QJM: An International Journal of Medicine|b|1994
    RMD Open|RMD Open|b|2015
    Radiographics|RadioGraphics|b|1981
    Rheum Dis Clin North Am|Rheumatic Disease Clinics of North America|b|1987
    Rheumatol Int|Rheumatology International|b|1981
    Rheumatology (Oxford)|Rheumatology|b|1999
    Sci Rep|Scientific Reports|v|2011
    Scand J Rheumatol|Scandinavian Journal of Rheumatology|b|1972
    Semin Arthritis Rheum|Seminars in Arthritis and Rheumatism|b|1971
    Semin Plast Surg|Seminars in Plastic Surgery|b|2000
    Semin Vasc Surg|Seminars in Vascular Surgery|b|2000
    Skeletal Radiol|Skeletal Radiology|b|1976
    Skin Appendage Disord|Skin Appendage Disorders|b|2015
    Surg Clin North Am|Surgical Clinics of North America|b|1921
    Vaccines (Basel)|Vaccines|b|2013
    Vasc Med|Vascular Medicine|b|1996
    Wound Repair Regen|Wound Repair and Regeneration|b|1993
    Wounds|Wounds: A Compendium of Clinical Research and Practice|b|2021
    """
}
